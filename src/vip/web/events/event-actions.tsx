import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { type Gathering, useWrite } from '../client.ts';
import { eventPaths } from './event-choices.ts';
import { EventDialog } from './event-dialog.tsx';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';

/** What whoever leads an event does with it as a whole. */
export const EventActions = ({ event }: { event: Gathering }) => {
  const t = useTexts('vip');
  const [asked, setAsked] = useState<'change' | 'turn'>();
  const cancel = useWrite('POST /api/vip-events/{id}/cancel', eventPaths);
  const resume = useWrite('POST /api/vip-events/{id}/resume', eventPaths);
  const { id, version, isCancelled, on, today } = event;
  const close = (): void => setAsked(undefined);
  const turn = t(isCancelled ? 'gatherings.resume' : 'gatherings.cancel');
  return (
    <>
      {isCancelled || on >= today ? (
        <Button variant="subtle" onClick={() => setAsked('turn')}>
          {turn}
        </Button>
      ) : null}
      <Button onClick={() => setAsked('change')}>{t('gatherings.change')}</Button>
      {asked === 'change' ? <EventDialog event={event} onClose={close} /> : null}
      {asked === 'turn' ? (
        <ReasonDialog
          title={turn}
          save={(reason) => (isCancelled ? resume : cancel).mutateAsync({ id, version, reason })}
          onClose={close}
        />
      ) : null}
    </>
  );
};
