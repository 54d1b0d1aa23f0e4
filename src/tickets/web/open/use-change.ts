import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ticketPaths, useWrite, type Change, type Ticket } from '../client.ts';

/** Changes a ticket at once and offers the way back. */
export const useChange = (ticket: Ticket) => {
  const t = useTexts('tickets');
  const write = useWrite('PATCH /api/tickets/{id}', ticketPaths);
  const { id, version } = ticket;
  const change = async (to: Change, back: Change): Promise<void> => {
    const after = await write.mutateAsync({ id, version, ...to });
    if (after.version === version) return;
    undoToast({
      text: t('open.changed'),
      undo: () => write.mutateAsync({ id, version: after.version, ...back }),
    });
  };
  return {
    isBusy: write.isPending,
    change: (to: Change, back: Change): void => void change(to, back).catch(notifyProblem),
  };
};
