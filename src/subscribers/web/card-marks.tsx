import { formatDay, formatNo } from '../../ui/format.ts';
import { Badge, type Tone } from '../../ui/show/badge.tsx';
import { Slot } from '../../ui/slot.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Card } from './client.ts';
import { cardBadges } from './slots.ts';

const tones: Record<Card['status'], Tone> = {
  prospect: 'blue',
  active: 'green',
  suspended: 'amber',
  left: 'gray',
};

/** State, kind and what other domains know at a glance. */
export const CardMarks = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  if (card.erasedAt) return <Badge tone="red">{t('card.erased')}</Badge>;
  return (
    <>
      <Badge tone={tones[card.status]}>{t(`choices.status.${card.status}`)}</Badge>
      {card.kind === 'organisation' ? (
        <Badge tone="violet">{t('choices.kind.organisation')}</Badge>
      ) : null}
      <Slot of={cardBadges} card={card} />
    </>
  );
};

/** Number, since when, and where the first service is. */
export const CardSubtitle = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const [address] = card.addresses;
  const parts = [
    formatNo(card.id),
    card.customerSince ? `${t('card.since')} ${formatDay(card.customerSince)}` : '',
    address?.text ?? '',
  ];
  return <span className="cut">{parts.filter(Boolean).join(' · ')}</span>;
};
