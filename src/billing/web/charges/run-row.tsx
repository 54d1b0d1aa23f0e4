import { Link } from 'react-router';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { ChargeRuns } from '../client.ts';
import css from './charges.module.css';

/** What one run came to, and whom it could not charge. */
export const RunRow = ({ run }: { run: ChargeRuns['runs'][number] }) => {
  const t = useTexts('billing');
  const words = [
    t('charges.accounts', { count: run.accounts }),
    t('charges.lines', { count: run.charges }),
    ...run.sums.flatMap(({ currency, chargedMinor, returnedMinor }) => [
      t('charges.charged', { sum: formatMoney(chargedMinor, currency) }),
      ...(returnedMinor > 0
        ? [t('charges.returned', { sum: formatMoney(returnedMinor, currency) })]
        : []),
    ]),
  ];
  const counts = (['suspended', 'resumed'] as const).filter((key) => run[key] > 0);
  return (
    <li className={css.run}>
      <div className={css.first}>
        <b>
          <Instant at={run.startedAt} />
        </b>
        <span className="dim">{run.startedBy ?? t('charges.byClock')}</span>
        {run.finishedAt === null ? <Badge tone="teal">{t('charges.going')}</Badge> : null}
        {counts.map((key) => (
          <Badge key={key} tone={key === 'suspended' ? 'amber' : 'green'}>
            {t(`charges.${key}`, { count: run[key] })}
          </Badge>
        ))}
        {run.failed > 0 ? (
          <Badge tone="red">{t('charges.failed', { count: formatNumber(run.failed) })}</Badge>
        ) : null}
      </div>
      <div className="tabular">{words.join(' · ')}</div>
      {run.failures.length === 0 ? null : (
        <ul className={css.failures} aria-label={t('charges.failedTitle')}>
          {run.failures.map(({ accountId, account, error }) => (
            <li key={accountId}>
              <Link to={`/accounts/${accountId}`}>{account}</Link>{' '}
              <span className="dim">{error}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
