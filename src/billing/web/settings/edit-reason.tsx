import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type Reason } from '../client.ts';

/** A reason, new or to be named otherwise. */
export const EditReason = (props: { reason: Reason | null; onClose: () => void }) => {
  const t = useTexts('billing');
  const { reason, onClose } = props;
  const add = useWrite('POST /api/correction-reasons');
  const change = useWrite('PUT /api/correction-reasons/{id}');
  const form = useForm<{ name: string }, unknown>({
    initial: { name: reason?.name ?? '' },
    save: ({ name }) =>
      reason ? change.mutateAsync({ ...reason, name }) : add.mutateAsync({ name }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={reason?.name ?? t('settings.addReason')} size={420}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('settings.name')} data-autofocus />
      </Form>
    </Modal>
  );
};
