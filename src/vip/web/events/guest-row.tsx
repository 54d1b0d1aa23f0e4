import { useNavigate } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Gathering, Guest } from '../client.ts';
import { VipMark } from '../marks.tsx';
import { GuestActions } from './guest-actions.tsx';

const tones: Record<Guest['state'], Tone> = {
  invited: 'amber',
  accepted: 'green',
  declined: 'gray',
  withdrawn: 'gray',
};

type Props = { guest: Guest; event: Gathering };

/** A guest: what they answered, whom they bring, where they sit, what they got. */
export const GuestRow = ({ guest, event }: Props) => {
  const t = useTexts('vip');
  const go = useNavigate();
  const say = useGuestWords();
  const { subscriber, tier, state, hasCome, prize, handedAt } = guest;
  return (
    <PickRow
      title={subscriber.name || formatNo(subscriber.id)}
      text={say(guest, event)}
      onPick={() => void go(`/vip/clients/${subscriber.id}`)}
    >
      <VipMark state="member" tier={tier} isCorporate={false} />
      {hasCome === null ? (
        <Badge tone={tones[state]}>{t(`guestStates.${state}`)}</Badge>
      ) : (
        <Badge tone={hasCome ? 'green' : 'gray'}>
          {t(hasCome ? 'gatherings.hasCome' : 'gatherings.hasNotCome')}
        </Badge>
      )}
      {prize === null ? null : (
        <Badge tone={handedAt === null ? 'amber' : 'gold'}>
          {t(handedAt === null ? 'gatherings.prizeDue' : 'gatherings.prizeGiven', {
            prize: t(`prizes.${prize}`),
          })}
        </Badge>
      )}
      <GuestActions guest={guest} event={event} />
    </PickRow>
  );
};

const useGuestWords = () => {
  const t = useTexts('vip');
  return (guest: Guest, event: Gathering): string => {
    const { companions, companionNames, teamId, isLost, toldAt, way, state } = guest;
    const team = event.teams.find(({ id }) => id === teamId)?.name;
    const isUntold = state === 'invited' && (toldAt === null || isLost);
    const hand = t(way === 'hand' ? 'gatherings.byHand' : 'gatherings.waits');
    return [
      guest.acting?.name,
      isUntold && (isLost ? t('gatherings.lost') : hand),
      team,
      companions > 0 && t('gatherings.companionsOf', { count: companions }),
      companionNames,
      guest.wishes && `${t('gatherings.wishes')}: ${guest.wishes}`,
    ]
      .filter(Boolean)
      .join(' · ');
  };
};
