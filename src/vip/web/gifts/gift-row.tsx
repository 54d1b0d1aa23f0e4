import { useNavigate } from 'react-router';
import { formatDay, formatMoney, formatNo } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Gift } from '../client.ts';
import { GiftActions } from './gift-actions.tsx';

const tones: Record<Gift['state'], Tone> = {
  proposed: 'amber',
  approved: 'teal',
  delivered: 'green',
  refused: 'red',
  cancelled: 'gray',
};

type Props = { gift: Gift; currency: string; isNamed?: boolean };

/** A gift with what may be done about it next. */
export const GiftRow = ({ gift, currency, isNamed = false }: Props) => {
  const t = useTexts('vip');
  const go = useNavigate();
  const { item, count, costMinor, recipient, deliverOn, state, reaction } = gift;
  const thing = count > 1 ? `${item.name} × ${count}` : item.name;
  const words = [
    formatDay(deliverOn),
    isNamed && thing,
    recipient,
    formatMoney(costMinor, currency),
    gift.overspendReason && t('gifts.overBudget', { reason: gift.overspendReason }),
    reaction && t(`reactions.${reaction}`),
    gift.reactionNote,
    gift.wasDelivered && state !== 'delivered' && t('gifts.undone'),
  ];
  return (
    <PickRow
      title={isNamed ? gift.subscriber.name || formatNo(gift.subscriber.id) : thing}
      text={words.filter(Boolean).join(' · ')}
      {...(isNamed ? { onPick: () => void go(`/vip/clients/${gift.subscriber.id}`) } : {})}
    >
      <Badge tone={tones[state]}>
        {state === 'proposed' && gift.approvedBy
          ? t('gifts.halfApproved')
          : t(`giftStates.${state}`)}
      </Badge>
      <GiftActions gift={gift} />
    </PickRow>
  );
};
