import { formatNumber } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { CardSection, Facts } from '../../ui/show/facts.tsx';
import { Money } from '../../ui/show/money.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Card } from '../../subscribers/web/index.tsx';
import type { AccountOnCard } from '../api.ts';
import css from './accounts.module.css';

/** Accounts with what stands on them and what they pay for, on the card of their holder. */
export const AccountsSection = ({ card }: { card: Card }) => {
  const t = useTexts('billing');
  const accounts = card.parts['accounts'] as AccountOnCard[] | undefined;
  if (!accounts) return null;
  return (
    <CardSection title={t('accounts.title', { count: accounts.length })}>
      {accounts.map((account) => (
        <Account key={account.id} account={account} />
      ))}
    </CardSection>
  );
};

const Account = ({ account }: { account: AccountOnCard }) => {
  const t = useTexts('billing');
  const { currency } = account;
  const current = account.subscriptions.filter((one) => one.endedOn === null);
  const fee = current.reduce((total, one) => total + one.monthlyFeeMinor, 0);
  return (
    <div className={css.account}>
      <div className={css.head}>
        <span className={css.balance}>
          <Money amountMinor={account.balanceMinor} currency={currency} isBalance />
        </span>
        {account.state === 'active' ? null : (
          <Badge tone={account.state === 'suspended' ? 'amber' : 'gray'}>
            {t(`choices.state.${account.state}`)}
          </Badge>
        )}
        <span className="dim tabular">№ {account.number}</span>
      </div>
      <ul className={css.plans}>
        {current.map((one) => (
          <li key={one.id}>
            <span className="cut">{one.name}</span>
            {one.speedKbps ? (
              <span className="dim">
                {t('accounts.speed', { speed: formatNumber(one.speedKbps / 1000) })}
              </span>
            ) : null}
            <Money amountMinor={one.monthlyFeeMinor} currency={currency} />
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          {
            label: t('accounts.fee'),
            value: current.length > 1 ? <Money amountMinor={fee} currency={currency} /> : null,
          },
          { label: t('accounts.contract'), value: account.contractNumber },
          {
            label: t('accounts.credit'),
            value: account.creditLimitMinor ? (
              <Money amountMinor={account.creditLimitMinor} currency={currency} />
            ) : null,
          },
          ...account.lines.map((line) => ({
            label: t(`choices.line.${line.kind}`),
            value: (
              <>
                {[line.login, line.ip, line.mac, line.number].filter(Boolean).map((known) => (
                  <div key={known} className="tabular">
                    {known}
                  </div>
                ))}
              </>
            ),
          })),
        ]}
      />
    </div>
  );
};
