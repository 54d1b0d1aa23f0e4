import { Button } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Gathering } from '../client.ts';
import css from '../vip.module.css';
import own from './events.module.css';
import { GuestRow } from './guest-row.tsx';
import { InviteDialog } from './invite-dialog.tsx';

/** Who is asked, and how they stand to it. */
export const GuestSection = ({ event }: { event: Gathering }) => {
  const t = useTexts('vip');
  const [isInviting, setInviting] = useState(false);
  const mayInvite = event.isLed && !event.isCancelled && event.on >= event.today;
  return (
    <section aria-label={t('gatherings.guests')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('gatherings.guests')}</h2>
        {mayInvite ? (
          <Button size="xs" leftSection={<UserPlus size={14} />} onClick={() => setInviting(true)}>
            {t('gatherings.invite')}
          </Button>
        ) : null}
      </div>
      {event.guests.length === 0 ? (
        <EmptyState
          icon={UserPlus}
          title={t('gatherings.guestsEmpty')}
          text={t('gatherings.guestsEmptyText')}
        />
      ) : (
        <div className={own.guests}>
          <PickList>
            {event.guests.map((guest) => (
              <GuestRow key={guest.id} guest={guest} event={event} />
            ))}
          </PickList>
        </div>
      )}
      {isInviting ? <InviteDialog event={event} onClose={() => setInviting(false)} /> : null}
    </section>
  );
};
