import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';
import type { DialogProps } from './pause-dialog.tsx';

/** Suspends service by hand, with a reason that colleagues read. */
export const SuspendDialog = ({ accountId, onClose }: DialogProps) => {
  const t = useTexts('billing');
  const suspend = useWrite('POST /api/accounts/{id}/suspend', servicePaths);
  const form = useForm({
    initial: { words: '' },
    save: (values) => suspend.mutateAsync({ id: accountId, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('service.suspend')} size={420}>
      <Form form={form} onCancel={onClose} submitLabel={t('service.suspend')}>
        <TextInput {...form.text('words')} label={t('service.why')} data-autofocus />
      </Form>
    </Modal>
  );
};
