import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenSegment } from '../client.ts';
import { Trend } from './trend.tsx';
import lines from '../../../ui/show/lines.module.css';
import css from './open.module.css';

const MOST_LINES = 60;

/** How the size went, when people came and went, who changed what is asked. */
export const History = ({ segment }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  const moved = segment.counts.filter(({ entered, gone }) => entered + gone > 0);
  return (
    <>
      <Trend counts={segment.counts} />
      <FigureTable
        title={t('open.moves')}
        empty={t('open.noMoves')}
        rows={moved.slice(0, MOST_LINES)}
        keyOf={({ countedAt }) => countedAt}
        columns={[
          { key: 'when', label: t('open.when'), show: ({ countedAt }) => formatInstant(countedAt) },
          { key: 'entered', label: t('open.entered'), show: ({ entered }) => moveOf(entered, '+') },
          { key: 'gone', label: t('open.gone'), show: ({ gone }) => moveOf(gone, '−') },
          { key: 'size', label: t('open.size'), isStrong: true, show: sizeOf },
        ]}
      />
      <Changes segment={segment} />
    </>
  );
};

type Moved = OpenSegment['counts'][number];
const sizeOf = ({ size }: Moved): string => formatNumber(size);
const moveOf = (count: number, sign: string): string | null =>
  count === 0 ? null : `${sign}${formatNumber(count)}`;

const Changes = ({ segment }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  if (segment.changes.length === 0) return null;
  return (
    <section aria-label={t('open.changes')}>
      <h2 className={css.heading}>{t('open.changes')}</h2>
      <div className={lines.box}>
        <table className={lines.lines}>
          <tbody>
            {segment.changes.map(({ at, type, by, name }) => (
              <tr key={at + type}>
                <td className="tabular">{formatInstant(at)}</td>
                <td>{t(`open.did.${type.replace('segments.', '')}`)}</td>
                <td>{name}</td>
                <td>{by ?? t('open.bySystem')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
