import { formatNumber } from '../../../ui/format.ts';
import { Progress } from '../../../ui/show/progress.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Import, OfImport } from '../client.ts';
import css from '../imports.module.css';

/** How far a step is, 0 to 1, or undefined where its end is not known beforehand. */
function shareOf(imported: Import): number | undefined {
  const { state, format, readOffset, sizeBytes, doneThrough, rowCount } = imported;
  // What has been read of a workbook is counted in rows, and nobody knows how many there are.
  if (state === 'staging' && format.kind === 'csv') return readOffset / Math.max(1, sizeBytes);
  if (state === 'applying') return doneThrough / Math.max(1, rowCount);
  return undefined;
}

/** Work that goes on by itself; the page may be left. */
export const RunningBox = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const { state, rowCount, doneThrough } = imported;
  const share = shareOf(imported);
  const done = state === 'applying' ? doneThrough : rowCount;
  return (
    <div className={css.running} role="status">
      <h2>{t(`states.${state}`)}</h2>
      <Progress label={t(`states.${state}`)} {...(share === undefined ? {} : { share })}>
        {t('running.rows', { rows: formatNumber(done), count: done })}
      </Progress>
      <p className="dim">{t('running.text')}</p>
    </div>
  );
};
