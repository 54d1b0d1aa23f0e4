import { Modal } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';
import type { DialogProps } from './pause-dialog.tsx';

/** Resumes service by hand, and says what that means while money is short. */
export const ResumeDialog = ({ accountId, service, onClose }: DialogProps) => {
  const t = useTexts('billing');
  const resume = useWrite('POST /api/accounts/{id}/resume', servicePaths);
  const form = useForm({
    initial: {},
    save: () => resume.mutateAsync({ id: accountId }),
    onSaved: () => {
      notifyDone(t('service.resumed'));
      onClose();
    },
  });
  const { availableMinor, currency } = service;
  return (
    <Modal opened onClose={onClose} title={t('service.resume')} size={420}>
      <Form form={form} onCancel={onClose} submitLabel={t('service.resume')}>
        <p>
          {availableMinor < 0
            ? t('service.resumesShort', { sum: formatMoney(-availableMinor, currency) })
            : t('service.resumes')}
        </p>
      </Form>
    </Modal>
  );
};
