import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Gift, useWrite } from '../client.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { giftPaths } from './gift-dialog.tsx';
import { ReactionDialog } from './reaction-dialog.tsx';

type Asking = 'approve' | 'refuse' | 'reaction';

/** What may be done about a gift next, by where it stands. */
export const GiftActions = ({ gift }: { gift: Gift }) => {
  const t = useTexts('vip');
  const may = useMay();
  const [asking, setAsking] = useState<Asking>();
  const deliver = useWrite('POST /api/vip-gifts/{id}/deliver', giftPaths);
  const undeliver = useWrite('POST /api/vip-gifts/{id}/undeliver', giftPaths);
  const cancel = useWrite('POST /api/vip-gifts/{id}/cancel', giftPaths);
  const refuse = useWrite('POST /api/vip-gifts/{id}/refuse', giftPaths);
  const { id, version, state, isMine } = gift;
  const at = { id, version };
  const give = async (): Promise<void> => {
    const done = await deliver.mutateAsync(at);
    undoToast({
      text: t('gifts.given'),
      undo: async () => void (await undeliver.mutateAsync(done)),
    });
  };
  const close = (): void => setAsking(undefined);
  const decides = state === 'proposed' && may('vip.approve');
  return (
    <>
      {decides && !isMine ? (
        <Button size="xs" onClick={() => setAsking('approve')}>
          {t('gifts.approve')}
        </Button>
      ) : null}
      {decides ? (
        <Button size="xs" variant="subtle" onClick={() => setAsking('refuse')}>
          {t('gifts.refuse')}
        </Button>
      ) : null}
      {state === 'approved' ? (
        <Button
          size="xs"
          loading={deliver.isPending}
          onClick={() => void give().catch(notifyProblem)}
        >
          {t('gifts.deliver')}
        </Button>
      ) : null}
      {state === 'delivered' ? (
        <Button size="xs" variant="subtle" onClick={() => setAsking('reaction')}>
          {t('gifts.react')}
        </Button>
      ) : null}
      {state === 'proposed' || state === 'approved' ? (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => void cancel.mutateAsync(at).catch(notifyProblem)}
        >
          {t('gifts.cancel')}
        </Button>
      ) : null}
      {asking === 'approve' ? <ApproveDialog gift={gift} onClose={close} /> : null}
      {asking === 'refuse' ? (
        <ReasonDialog
          title={t('gifts.refuse')}
          save={(reason) => refuse.mutateAsync({ ...at, reason })}
          onClose={close}
        />
      ) : null}
      {asking === 'reaction' ? <ReactionDialog gift={gift} onClose={close} /> : null}
    </>
  );
};
