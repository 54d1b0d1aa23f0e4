import { Button, Group, Modal } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { saveFrom } from '../../../ui/save-from.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { cardPaths, type Batch } from '../client.ts';

/** Says that the file is given once, and gives it. */
export const TakePins = ({ batch }: { batch: Batch }) => {
  const t = useTexts('dealers');
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    const name = `cards-${batch.series}.csv`;
    await saveFrom('POST /api/card-batches/{id}/pins', { id: batch.id }, name).catch(notifyProblem);
    setBusy(false);
    setOpen(false);
    await refresh(...cardPaths);
  };
  return (
    <>
      <Action variant="filled" leftSection={<Download size={14} />} onClick={() => setOpen(true)}>
        {t('pins.take')}
      </Action>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('pins.title')} size={440}>
        <p>{t('pins.warning')}</p>
        <Group>
          <Button variant="filled" loading={isBusy} onClick={() => void take()}>
            {t('pins.confirm')}
          </Button>
        </Group>
      </Modal>
    </>
  );
};
