import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { dayOf, formatMoney, formatNumber } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { Facts } from '../../ui/show/facts.tsx';
import { Money } from '../../ui/show/money.tsx';
import { serverNow } from '../../ui/now.ts';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import type { AccountOnCard } from '../api.ts';
import css from './accounts.module.css';
import { PromiseButton } from './promised/promise-button.tsx';

type Plan = AccountOnCard['subscriptions'][number];

/** Whether it goes on today: not ended, nor only to begin. */
const isGoing = ({ startedOn, endedOn }: Plan): boolean => {
  const today = dayOf(serverNow());
  return (startedOn === null || startedOn <= today) && (endedOn === null || endedOn > today);
};

/** Login, address, MAC and number of a line, a line each. */
const Line = ({ line }: { line: AccountOnCard['lines'][number] }) =>
  [line.login, line.ip, line.mac, line.number].filter(Boolean).map((known) => (
    <div key={known} className="tabular">
      {known}
    </div>
  ));

const Plans = ({ account, plans }: { account: AccountOnCard; plans: Plan[] }) => {
  const t = useTexts('billing');
  if (plans.length === 0) return <p className={`${css.plans} dim`}>{t('accounts.noTariff')}</p>;
  return (
    <ul className={css.plans}>
      {plans.map((one) => (
        <li key={one.id}>
          <span className={css.plan}>{one.name}</span>
          {one.speedKbps ? (
            <span className="dim">
              {t('accounts.speed', { speed: formatNumber(one.speedKbps / 1000) })}
            </span>
          ) : null}
          <span
            title={
              one.payableMinor < one.monthlyFeeMinor
                ? t('accounts.undiscounted', {
                    sum: formatMoney(one.monthlyFeeMinor, account.currency),
                  })
                : undefined
            }
          >
            <Money amountMinor={one.payableMinor} currency={account.currency} />
            <span className="dim">{t('accounts.monthly')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};

/** One account on the card of its holder. */
export const Account = ({ account }: { account: AccountOnCard }) => {
  const t = useTexts('billing');
  const may = useMay();
  const { id, currency, state, balanceMinor, creditLimitMinor } = account;
  const plans = account.subscriptions.filter(isGoing);
  const fee = plans.reduce((total, one) => total + one.payableMinor, 0);
  const isOpen = state === 'active';
  const facts = [
    {
      label: t('accounts.fee'),
      value: plans.length > 1 ? <Money amountMinor={fee} currency={currency} /> : null,
    },
    {
      label: t('fields.balance'),
      value: (
        <span className={css.balance}>
          {isOpen ? null : (
            <Badge tone={state !== 'closed' ? 'amber' : 'gray'}>
              {t(`choices.accountState.${state}`)}
            </Badge>
          )}
          <Money amountMinor={balanceMinor} currency={currency} isBalance />
        </span>
      ),
    },
    ...account.lines.map((line) => ({
      label: t(`choices.line.${line.kind}`),
      value: <Line line={line} />,
    })),
    {
      label: t('accounts.credit'),
      value: creditLimitMinor ? <Money amountMinor={creditLimitMinor} currency={currency} /> : null,
    },
    {
      label: t('fields.account'),
      value: may('billing.view') ? (
        <Link to={`/accounts/${id}`} className="tabular" title={t('statement.open')}>
          {account.number}
        </Link>
      ) : (
        <span className="tabular">{account.number}</span>
      ),
    },
    { label: t('fields.contract'), value: account.contractNumber },
  ];
  return (
    <div className={css.account}>
      <Plans account={account} plans={plans} />
      <Facts facts={facts} />
      {state === 'closed' ? null : (
        <div className={css.act}>
          <PromiseButton accountId={id} />
          {may('billing.view') ? (
            <Button
              size="xs"
              variant="subtle"
              renderRoot={(root) => <Link {...root} to={`/accounts/${id}?advice`} />}
            >
              {t('advisor.open')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
};
