import { Modal } from '@mantine/core';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';

type Props = {
  title: string;
  run: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

/** Before what others have written is gone for good: what will be, and a way back. */
export const DropDialog = ({ title, run, onDone, onClose }: Props) => {
  const t = useTexts('quality');
  const form = useForm<object, unknown>({ initial: {}, save: run, onSaved: onDone });
  return (
    <Modal opened onClose={onClose} title={title} size={440}>
      <p>{t('dropText')}</p>
      <Form form={form} submitLabel={title} onCancel={onClose}>
        {null}
      </Form>
    </Modal>
  );
};
