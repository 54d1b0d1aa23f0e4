import { ActionIcon, Menu } from '@mantine/core';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { guestDeeds } from '../../kinds.ts';
import { type Gathering, type Guest, useWrite } from '../client.ts';
import { eventPaths } from './event-choices.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';

type Deed = (typeof guestDeeds)[number];
type Props = { guest: Guest; event: Gathering; onAnswer: () => void };

/** What can be taken back of a guest now; a prize in their hands goes first. */
const undoable = (guest: Guest, isLed: boolean): Deed[] => {
  if (guest.handedAt !== null) return ['prize'];
  const can: Record<Deed, boolean> = {
    prize: false,
    attendance: guest.hasCome !== null,
    answer: guest.state !== 'invited',
    invitation: isLed,
  };
  return guestDeeds.filter((what) => can[what]);
};

/** A seat, the answer, and what can be taken back. */
export const GuestMenu = ({ guest, event, onAnswer }: Props) => {
  const t = useTexts('vip');
  const [undone, setUndone] = useState<Deed>();
  const seat = useWrite('PUT /api/vip-event-guests/{id}/seat', eventPaths);
  const undo = useWrite('POST /api/vip-event-guests/{id}/undo', eventPaths);
  const { id, version, teamId } = guest;
  const seatAt = (to: number | null): void =>
    void seat.mutateAsync({ id, version, teamId: to }).catch(notifyProblem);
  const maySeat = event.isLed && guest.state === 'accepted' && guest.handedAt === null;
  const title = (what: Deed): string => `${t('gatherings.undo')}: ${t(`guestDeeds.${what}`)}`;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={`${t('gatherings.more')}: ${guest.subscriber.name}`}>
          <MoreHorizontal size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onAnswer}>{t('gatherings.answer')}</Menu.Item>
        {maySeat
          ? event.teams
              .filter((team) => team.id !== teamId)
              .map((team) => (
                <Menu.Item key={team.id} onClick={() => seatAt(team.id)}>
                  {`${t('gatherings.seat')}: ${team.name}`}
                </Menu.Item>
              ))
          : null}
        {maySeat && teamId !== null ? (
          <Menu.Item onClick={() => seatAt(null)}>{t('gatherings.noSeat')}</Menu.Item>
        ) : null}
        {undoable(guest, event.isLed).map((what) => (
          <Menu.Item key={what} onClick={() => setUndone(what)}>
            {title(what)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
      {undone ? (
        <ReasonDialog
          title={title(undone)}
          save={(reason) => undo.mutateAsync({ id, version, what: undone, reason })}
          onClose={() => setUndone(undefined)}
        />
      ) : null}
    </Menu>
  );
};
