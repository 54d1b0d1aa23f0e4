import { Eye, EyeOff } from 'lucide-react';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { LabelButton } from '../../../work/web/index.tsx';
import { ticketPaths, useWrite, type Ticket } from '../client.ts';
import { MacroPicker } from './macro-picker.tsx';
import { useChange } from './use-change.ts';

/** Take it, watch it, edit its words. */
export const TicketActions = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const viewer = useViewer();
  const navigate = useNavigate();
  const { change, isBusy } = useChange(ticket);
  const watch = useWrite('PUT /api/tickets/{id}/watchers', ticketPaths);
  const label = useWrite('PUT /api/tickets/{id}/labels', ticketPaths);
  if (!ticket.isWorkable) return null;
  const { id, owner, watchers, isWatching } = ticket;
  const others = watchers.map((one) => one.id).filter((one) => one !== viewer.id);
  const toggle = (): void => {
    const watcherIds = isWatching ? others : [...others, viewer.id];
    watch.mutateAsync({ id, watcherIds }).catch(notifyProblem);
  };
  const take = (): void => change({ ownerStaffId: viewer.id }, { ownerStaffId: owner?.id ?? null });
  return (
    <>
      {owner?.id === viewer.id || ticket.state === 'done' ? null : (
        <Action
          keys="KeyT"
          variant={owner === null ? 'filled' : 'default'}
          loading={isBusy}
          onClick={take}
        >
          {t('open.take')}
        </Action>
      )}
      <Action
        keys="KeyW"
        leftSection={isWatching ? <EyeOff size={14} /> : <Eye size={14} />}
        onClick={toggle}
      >
        {t(isWatching ? 'open.unwatch' : 'open.watch')}
      </Action>
      <MacroPicker ticket={ticket} />
      <LabelButton
        labels={ticket.labels}
        keys="KeyL"
        onChange={(labels) => label.mutate({ id, ...labels }, { onError: notifyProblem })}
      />
      <Action keys="KeyE" onClick={() => void navigate(`/tickets/${id}/edit`)}>
        {t('open.edit')}
      </Action>
    </>
  );
};
