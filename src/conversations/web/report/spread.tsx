import { Link } from 'react-router';
import { formatDuration, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Report } from '../api.ts';
import { rowsPath } from './rows-path.ts';
import type { Period } from '../../../ui/form/use-period.ts';
import css from './report.module.css';

type Props = { buckets: Report['buckets']; period: Period };

/** How the touches are spread over time; a bar opens its conversations. */
export const Spread = ({ buckets, period }: Props) => {
  const t = useTexts('conversations');
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  return (
    <section className={css.box} aria-label={t('report.spread')}>
      <h2>{t('report.spread')}</h2>
      <ul className={css.spread}>
        {buckets.map(({ fromSeconds, toSeconds, count }) => {
          const label =
            toSeconds === null
              ? t('report.over', { time: formatDuration(fromSeconds) })
              : t('report.upTo', { time: formatDuration(toSeconds) });
          return (
            <li key={fromSeconds}>
              <Link
                className={css.barRow}
                to={rowsPath(period, {
                  overSeconds: fromSeconds,
                  ...(toSeconds === null ? {} : { upToSeconds: toSeconds }),
                })}
              >
                <span className="tabular">{label}</span>
                <span className={css.barTrack}>
                  <span className={css.barFill} style={{ width: `${(count / most) * 100}%` }} />
                </span>
                <span className={css.barCount}>{formatNumber(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
