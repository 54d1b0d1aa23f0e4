import { EyeOff } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/show/state.tsx';
import { Slot } from '../../ui/slot.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Card } from './client.ts';
import { cardSections } from './slots.ts';

/** In place of what is personal, while whoever is on the line was not verified. */
export const VeilNotice = ({ conversationId }: { conversationId?: number }) => {
  const t = useTexts('subscribers');
  return (
    <EmptyState icon={EyeOff} title={t('veil.title')} text={t('veil.text')}>
      {conversationId === undefined ? null : (
        <Link to={`/conversations/${conversationId}?queue=all`}>{t('veil.open')}</Link>
      )}
    </EmptyState>
  );
};

/** What a veil leaves of the card: what is between us, and why the rest is hidden. The
 * way to the conversation is on the whole card. */
export const VeiledAside = ({ card }: { card: Card }) => (
  <>
    <VeilNotice />
    <Slot of={cardSections} card={card} />
  </>
);
