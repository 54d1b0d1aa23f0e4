import { useLiveRefresh } from '../../ui/live.ts';
import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Card } from '../../subscribers/web/index.tsx';
import type { AccountOnCard } from '../api.ts';
import { Account } from './account-on-card.tsx';

/** Accounts with what stands on them and what they pay for, on the card of their holder. */
export const AccountsSection = ({ card }: { card: Card }) => {
  const t = useTexts('billing');
  useLiveRefresh(['billing.*'], ['/api/subscribers/{id}'], ({ subscriberId }) =>
    [card.id, ...card.merged.map(({ id }) => id)].includes(subscriberId ?? 0),
  );
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
