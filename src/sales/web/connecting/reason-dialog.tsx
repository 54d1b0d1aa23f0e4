import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';

type Props = {
  title: string;
  text?: string;
  submitLabel: string;
  save: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** What is taken back is taken back for a reason. */
export const ReasonDialog = ({ title, text, submitLabel, save, onClose }: Props) => {
  const t = useTexts('sales');
  const form = useForm({
    initial: { reason: '' },
    save: ({ reason }) => save(reason),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={title} size={420}>
      {text === undefined ? null : <p>{text}</p>}
      <Form form={form} onCancel={onClose} submitLabel={submitLabel}>
        <TextInput {...form.text('reason')} label={t('order.reason')} required data-autofocus />
      </Form>
    </Modal>
  );
};
