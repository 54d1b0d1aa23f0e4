import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PickList } from '../../../ui/form/pick-list.tsx';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Opened } from '../api.ts';
import { deskNow, deskPath } from '../desk/use-desk.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';

type Props = { conversation: Opened; onClose: () => void };

/** Which messages are to stand in a conversation of their own. */
export const SplitDialog = ({ conversation, onClose }: Props) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [isBusy, setBusy] = useState(false);
  const { id, version, messages } = conversation;
  const split = async (): Promise<void> => {
    setBusy(true);
    const input = { id, version, messageIds: [...picked] };
    const { intoId, splitId, number } = await call('POST /api/conversations/{id}/split', input);
    await refresh();
    onClose();
    void navigate(deskPath(intoId, deskNow()));
    undoToast({
      text: t('splitting.done', { number }),
      undo: async () => {
        await call('POST /api/conversations/{id}/splits/{splitId}/undo', { id, splitId });
        await refresh();
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('splitting.title')} size={520}>
      <PickList
        hint={t('splitting.hint')}
        items={messages.map(({ id: key, at, text, author, senderName }) => ({
          id: key,
          at,
          text,
          title: author ?? (senderName || t('stale.them')),
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
      />
    </Modal>
  );
};
