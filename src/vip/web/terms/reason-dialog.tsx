import { Modal, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Terms, useWrite } from '../client.ts';
import { termsPaths } from './terms-words.ts';

type Props = { terms: Terms; what: 'refuse' | 'end'; onClose: () => void };

/** Refuses terms or ends them, with the reason. */
export const ReasonDialog = ({ terms, what, onClose }: Props) => {
  const t = useTexts('vip');
  const refuse = useWrite('POST /api/vip-terms/{id}/refuse', termsPaths);
  const end = useWrite('POST /api/vip-terms/{id}/end', termsPaths);
  const { id, version } = terms;
  const form = useForm({
    initial: { reason: '' },
    save: ({ reason }) => (what === 'refuse' ? refuse : end).mutateAsync({ id, version, reason }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t(`terms.${what}`)} size={440}>
      <Form form={form} submitLabel={t(`terms.${what}`)} onCancel={onClose}>
        <Textarea
          {...form.text('reason')}
          label={t('terms.endReason')}
          autosize
          minRows={2}
          required
        />
      </Form>
    </Modal>
  );
};
