import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PickList } from '../../../ui/form/pick-list.tsx';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, ticketPaths, type Ticket } from '../client.ts';

/** Which notes are to stand on a ticket of their own, and what that one is about. */
export const SplitDialog = ({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) => {
  const t = useTexts('tickets');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [subject, setSubject] = useState(ticket.subject);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [isBusy, setBusy] = useState(false);
  const split = async (): Promise<void> => {
    setBusy(true);
    const { id, version } = ticket;
    const input = { id, version, subject, noteIds: [...picked] };
    const made = await call('POST /api/tickets/{id}/split', input);
    await refresh(...ticketPaths);
    onClose();
    void navigate(`/tickets/${made.id}`);
    undoToast({
      text: t('splitting.done'),
      undo: async () => {
        await call('POST /api/tickets/{id}/splits/{splitId}/undo', { id, splitId: made.splitId });
        await refresh(...ticketPaths);
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('splitting.title')} size={520}>
      <PickList
        hint={t('splitting.hint')}
        items={ticket.notes.map(({ id, at, author, text }) => ({
          id,
          at,
          text,
          title: author ?? t('open.system'),
        }))}
        picked={picked}
        onPick={setPicked}
        saveLabel={t('splitting.save')}
        isBusy={isBusy}
        onSave={() => {
          split().catch((failure: unknown) => {
            setBusy(false);
            notifyProblem(failure);
          });
        }}
      >
        <TextInput
          label={t('fields.subject')}
          value={subject}
          maxLength={200}
          onChange={(event) => setSubject(event.target.value)}
        />
      </PickList>
    </Modal>
  );
};
