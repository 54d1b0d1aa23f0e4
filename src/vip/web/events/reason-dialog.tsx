import { Modal, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';

type Props = {
  title: string;
  save: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks why something is taken back. */
export const ReasonDialog = ({ title, save, onClose }: Props) => {
  const t = useTexts('vip');
  const form = useForm({
    initial: { reason: '' },
    save: ({ reason }) => save(reason),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={title} size={440}>
      <Form form={form} submitLabel={title} onCancel={onClose}>
        <Textarea
          {...form.text('reason')}
          label={t('gatherings.reason')}
          autosize
          minRows={2}
          required
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
