import { Button } from '@mantine/core';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Gathering, type Guest, useWrite } from '../client.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { eventPaths } from './event-choices.ts';
import { GuestMenu } from './guest-menu.tsx';

/** What is done about a guest next: told, answered, came, handed over; the rest in the menu. */
export const GuestActions = ({ guest, event }: { guest: Guest; event: Gathering }) => {
  const t = useTexts('vip');
  const [isAnswering, setAnswering] = useState(false);
  const tell = useWrite('POST /api/vip-event-guests/{id}/tell', eventPaths);
  const attend = useWrite('PUT /api/vip-event-guests/{id}/attendance', eventPaths);
  const hand = useWrite('POST /api/vip-event-guests/{id}/prize', eventPaths);
  const { id, version, state, hasCome, prize, handedAt, toldAt, isLost } = guest;
  if (event.isCancelled || state === 'withdrawn') return null;
  const at = { id, version };
  const isBegun = event.on <= event.today;
  const isUntold = state === 'invited' && (toldAt === null || isLost);
  const run = (work: Promise<unknown>): void => void work.catch(notifyProblem);
  return (
    <>
      {isUntold && !isBegun ? (
        <Button size="xs" variant="subtle" onClick={() => run(tell.mutateAsync(at))}>
          {t('gatherings.tell')}
        </Button>
      ) : null}
      {isBegun ? null : (
        <Button size="xs" onClick={() => setAnswering(true)}>
          {t('gatherings.answer')}
        </Button>
      )}
      {isBegun && hasCome === null ? (
        <>
          <Button size="xs" onClick={() => run(attend.mutateAsync({ ...at, hasCome: true }))}>
            {t('gatherings.hasCome')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => run(attend.mutateAsync({ ...at, hasCome: false }))}
          >
            {t('gatherings.hasNotCome')}
          </Button>
        </>
      ) : null}
      {prize !== null && handedAt === null ? (
        <Button size="xs" loading={hand.isPending} onClick={() => run(hand.mutateAsync(at))}>
          {t('gatherings.hand')}
        </Button>
      ) : null}
      <GuestMenu guest={guest} event={event} onAnswer={() => setAnswering(true)} />
      {isAnswering ? <AnswerDialog guest={guest} onClose={() => setAnswering(false)} /> : null}
    </>
  );
};
