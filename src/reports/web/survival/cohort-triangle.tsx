import { formatDay, formatNumber, formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Cohort } from '../client.ts';
import { ReportMenu } from '../papers/report-menu.tsx';
import css from './triangle.module.css';

const MOST_MONTHS = 24;

/** Which share of those connected in a month stayed a month, two and so on. */
export const CohortTriangle = ({ cohorts }: { cohorts: readonly Cohort[] }) => {
  const t = useTexts('reports');
  const longest = Math.min(MOST_MONTHS, Math.max(0, ...cohorts.map(({ kept }) => kept.length)));
  const months = Array.from({ length: longest }, (_, at) => at + 1);
  const least = Math.min(1, ...cohorts.flatMap(({ kept }) => kept));
  return (
    <section className={figures.sheet} aria-label={t('survival.cohorts')}>
      <div className={figures.head}>
        <h2>{t('survival.cohorts')}</h2>
        <ReportMenu ask={{ report: 'cohorts' }} />
      </div>
      <table className={css.triangle}>
        <thead>
          <tr>
            <th scope="col">{t('survival.cohort')}</th>
            <th scope="col">{t('survival.connected')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {formatNumber(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ cohort, connected, kept }) => (
            <tr key={cohort}>
              <th scope="row">{formatDay(cohort, 'monthShort')}</th>
              <td>{formatNumber(connected)}</td>
              {kept.slice(0, longest).map((share, at) => (
                <Cell key={months[at]} share={share} least={least} />
              ))}
              {kept.length < longest ? <td colSpan={longest - kept.length}>&nbsp;</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={figures.rule}>{t('survival.cohortRule')}</p>
    </section>
  );
};

/** The fewer have left, the stronger the ground. */
const Cell = ({ share, least }: { share: number; least: number }) => {
  const strength = Math.round(((share - least) / Math.max(1e-9, 1 - least)) * 100);
  const background = `color-mix(in srgb, var(--teal-soft) ${strength}%, transparent)`;
  return <td style={{ background }}>{formatPercent(share)}</td>;
};
