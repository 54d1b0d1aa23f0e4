import { formatInstant, formatNumber } from '../../../ui/format.ts';
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
      <div className={lines.box}>
        <table className={lines.lines}>
          <thead>
            <tr>
              {(['when', 'entered', 'gone', 'size'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`open.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular">
            {moved.slice(0, MOST_LINES).map(({ countedAt, size, entered, gone }) => (
              <tr key={countedAt}>
                <td>{formatInstant(countedAt)}</td>
                <td>{entered === 0 ? '' : `+${formatNumber(entered)}`}</td>
                <td>{gone === 0 ? '' : `−${formatNumber(gone)}`}</td>
                <td>{formatNumber(size)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Changes segment={segment} />
    </>
  );
};

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
