import { Modal, Textarea, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';

type Evidence = { words: string; link: string };
type Props = { title: string; save: (given: Evidence) => Promise<unknown>; onClose: () => void };

/** By what something is known: what was seen or heard, and where. */
export const EvidenceDialog = ({ title, save, onClose }: Props) => {
  const t = useTexts('quality');
  const form = useForm<Evidence, unknown>({
    initial: { words: '', link: '' },
    save,
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={title} size={460}>
      <Form form={form} submitLabel={t('audits.addEvidence')} onCancel={onClose}>
        <Textarea
          {...form.text('words')}
          label={t('audits.evidenceWords')}
          required
          autosize
          minRows={2}
          data-autofocus
        />
        <TextInput
          {...form.text('link')}
          label={t('audits.evidenceLink')}
          description={t('audits.evidenceLinkHint')}
        />
      </Form>
    </Modal>
  );
};
