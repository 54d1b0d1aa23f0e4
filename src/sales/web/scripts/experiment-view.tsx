import { dayOf, formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Box } from '../../../ui/show/facts.tsx';
import { Day } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Experiment } from '../client.ts';
import css from './scripts.module.css';

type Props = { experiment: Experiment };

/** What an experiment tells: two versions side by side, and a sentence instead of a guess. */
export const ExperimentView = ({ experiment }: Props) => {
  const t = useTexts('sales');
  const { first, second, startedAt, endedAt, reason, isUneven } = experiment;
  return (
    <Box>
      <article className={css.experiment}>
        <p className="dim">
          {endedAt === null ? t('experiments.since') : null} <Day on={dayOf(startedAt)} />
          {endedAt === null ? null : (
            <>
              {' – '}
              <Day on={dayOf(endedAt)} />
            </>
          )}{' '}
          <Badge tone={endedAt === null ? 'green' : 'gray'}>
            {t(endedAt === null ? 'experiments.goesOn' : 'experiments.ended')}
          </Badge>
        </p>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('experiments.versionHead')}</th>
              {(['share', 'begun', 'settled', 'sold', 'average'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`experiments.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Side side={first} experiment={experiment} percent={100 - experiment.secondPercent} />
            <Side side={second} experiment={experiment} percent={experiment.secondPercent} />
          </tbody>
        </table>
        <Verdict experiment={experiment} />
        {isUneven ? <p className={css.flawText}>{t('experiments.uneven')}</p> : null}
        {reason === '' ? null : <p>{t('experiments.why', { reason })}</p>}
      </article>
    </Box>
  );
};

type SideProps = Props & { side: Experiment['first']; percent: number };

const Side = ({ side, experiment: { currency }, percent }: SideProps) => {
  const t = useTexts('sales');
  const { number, begun, settled, needed, sold, averageMinor } = side;
  return (
    <tr>
      <th scope="row">{t('scripts.version', { number })}</th>
      <td>{formatPercent(percent / 100)}</td>
      <td>{formatNumber(begun)}</td>
      <td>
        {t('experiments.ofNeeded', {
          deals: formatNumber(settled),
          needed: formatNumber(needed),
        })}
      </td>
      <td>
        {sold === null
          ? '—'
          : `${formatNumber(sold)} (${formatPercent(settled === 0 ? 0 : sold / settled, 1)})`}
      </td>
      <td>{averageMinor === null ? '—' : formatMoney(averageMinor, currency)}</td>
    </tr>
  );
};

const Verdict = ({ experiment }: Props) => {
  const t = useTexts('sales');
  const { shares, prices, first, second, leastPoints, currency, endedAt } = experiment;
  if (!shares) {
    const left =
      Math.max(0, first.needed - first.settled) + Math.max(0, second.needed - second.settled);
    const key = endedAt === null ? 'experiments.notEnough' : 'experiments.wasNotEnough';
    return <p>{t(key, { count: left, points: leastPoints })}</p>;
  }
  const points = (share: number): string => formatNumber(share * 100, 1);
  const money = (minor: number): string => formatMoney(Math.round(minor), currency);
  const number = second.number;
  return (
    <>
      <p>
        <strong>{t(`experiments.shares.${sideOf(shares)}`, { number })}</strong>{' '}
        {t('experiments.points', {
          difference: points(shares.difference),
          low: points(shares.low),
          high: points(shares.high),
        })}
      </p>
      {prices ? (
        <p>
          <strong>{t(`experiments.prices.${sideOf(prices)}`, { number })}</strong>{' '}
          {t('experiments.money', {
            difference: money(prices.difference),
            low: money(prices.low),
            high: money(prices.high),
          })}
        </p>
      ) : (
        <p>{t('experiments.fewSold')}</p>
      )}
    </>
  );
};

/** Where the whole interval lies to one side of nothing, the second is better or worse. */
const sideOf = ({ low, high }: { low: number; high: number }): 'more' | 'less' | 'alike' => {
  if (low > 0) return 'more';
  return high < 0 ? 'less' : 'alike';
};
