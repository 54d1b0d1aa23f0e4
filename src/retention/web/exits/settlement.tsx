import { Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { ExitView } from '../client.ts';

type Props = { view: Pick<ExitView, 'accounts' | 'currency'> };

/** What leaving costs and gives back, account by account. */
export const Settlement = ({ view: { accounts, currency } }: Props) => {
  const t = useTexts('retention');
  if (accounts.length === 0) return <p className="dim">{t('exit.noAccounts')}</p>;
  return (
    <Facts
      facts={accounts.map(({ number, balanceMinor, feeMinor, restMinor }) => ({
        label: number,
        value: (
          <>
            {t('exit.balance')} <Money amountMinor={balanceMinor} currency={currency} isBalance />
            {feeMinor > 0 ? (
              <>
                {' · '}
                {t('exit.fee')} <Money amountMinor={feeMinor} currency={currency} />
              </>
            ) : null}
            {restMinor > 0 ? (
              <>
                {' · '}
                {t('exit.rest')} <Money amountMinor={restMinor} currency={currency} />
              </>
            ) : null}
          </>
        ),
      }))}
    />
  );
};
