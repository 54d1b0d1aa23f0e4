import { Modal, Textarea } from '@mantine/core';
import { useTexts } from '../texts.ts';
import { Form } from './form.tsx';
import { useForm } from './use-form.ts';

type Props = {
  title: string;
  /** What will follow, before one decides. */
  text?: string;
  /** "Why" unless told. */
  label?: string;
  hint?: string;
  /** The title unless told. */
  submitLabel?: string;
  save: (reason: string) => Promise<unknown>;
  onSaved?: () => void;
  onClose: () => void;
};

/** Asks why something is refused, ended or taken back, and does it with the reason. */
export const ReasonDialog = (props: Props) => {
  const { title, text, label, hint, submitLabel = title, save, onSaved, onClose } = props;
  const t = useTexts();
  const form = useForm<{ reason: string }, unknown>({
    initial: { reason: '' },
    save: ({ reason }) => save(reason),
    onSaved: () => {
      onSaved?.();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={title} size={440}>
      {text === undefined ? null : <p>{text}</p>}
      <Form form={form} submitLabel={submitLabel} onCancel={onClose}>
        <Textarea
          {...form.text('reason')}
          label={label ?? t('form.reason')}
          {...(hint === undefined ? {} : { description: hint })}
          autosize
          minRows={2}
          required
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
