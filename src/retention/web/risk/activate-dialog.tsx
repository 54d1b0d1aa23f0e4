import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { modelPaths, useWrite, type Version } from './client.ts';

/** Why another version is put in force. */
export const ActivateDialog = (props: { version: Version; onClose: () => void }) => {
  const { version, onClose } = props;
  const t = useTexts('retention');
  const activate = useWrite('POST /api/risk-versions/{id}/activate', modelPaths);
  const form = useForm({
    initial: { reason: '' },
    save: ({ reason }) => activate.mutateAsync({ id: version.id, reason }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('risk.quality.why')} size={440}>
      <Form form={form} submitLabel={t('risk.quality.activate')} onCancel={onClose}>
        <TextInput
          {...form.text('reason')}
          label={t('risk.quality.reason')}
          description={t('risk.quality.whyHint')}
          required
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
