import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { listPaths, type OpenCareList, useWrite } from '../plan/client.ts';

/** Ends a list that goes on. */
export const EndAction = ({ list }: { list: OpenCareList }) => {
  const t = useTexts('retention');
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      <Button onClick={() => setEnding(true)}>{t('lists.end')}</Button>
      {isEnding ? <EndDialog list={list} onClose={() => setEnding(false)} /> : null}
    </>
  );
};

/** Why nothing more of a list is handed out. */
const EndDialog = (props: { list: OpenCareList; onClose: () => void }) => {
  const { list, onClose } = props;
  const t = useTexts('retention');
  const end = useWrite('POST /api/care-lists/{id}/end', [...listPaths, '/api/care-tasks']);
  const form = useForm({
    initial: { reason: '' },
    save: ({ reason }) => end.mutateAsync({ id: list.id, version: list.version, reason }),
    onSaved: () => {
      notifyDone(t('lists.ended'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('lists.endWhy')} size={440}>
      <Form form={form} submitLabel={t('lists.end')} onCancel={onClose}>
        <TextInput
          {...form.text('reason')}
          label={t('lists.endWhy')}
          description={t('lists.endHint')}
          required
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
