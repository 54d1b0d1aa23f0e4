import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLiveRefresh } from '../../ui/live.ts';
import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Card } from '../../subscribers/web/index.tsx';
import type { AccountOnCard } from '../api.ts';
import { useMay } from '../../ui/viewer.tsx';
import { Account } from './account-on-card.tsx';
import css from './accounts.module.css';
import { OpenAccount } from './opening/open-account.tsx';

/** Accounts with what stands on them and what they pay for, on the card of their holder. */
export const AccountsSection = ({ card }: { card: Card }) => {
  const t = useTexts('billing');
  useLiveRefresh(['billing.*'], ['/api/subscribers/{id}'], ({ subscriberId }) =>
    [card.id, ...card.merged.map(({ id }) => id)].includes(subscriberId ?? 0),
  );
  const may = useMay();
  const [isOpening, setOpening] = useState(false);
  const accounts = (card.parts['accounts'] ?? []) as AccountOnCard[];
  const mayOpen = may('billing.serve') && card.erasedAt === null;
  if (accounts.length === 0 && !mayOpen) return null;
  return (
    <CardSection title={t('accounts.title', { count: accounts.length })}>
      {accounts.map((account) => (
        <Account key={account.id} account={account} />
      ))}
      {mayOpen ? (
        <div className={css.act}>
          <Button size="xs" variant="subtle" onClick={() => setOpening(true)}>
            {t('opening.open')}
          </Button>
        </div>
      ) : null}
      {isOpening ? <OpenAccount card={card} onClose={() => setOpening(false)} /> : null}
    </CardSection>
  );
};
