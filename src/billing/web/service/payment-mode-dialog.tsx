import { Modal, Select } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite, type Service } from '../client.ts';
import type { DialogProps } from './pause-dialog.tsx';

const modes = ['prepaid', 'postpaid'] as const;

/** Lets an account pay in advance, or for the month that is over. */
export const PaymentModeDialog = ({
  accountId,
  service,
  onClose,
}: DialogProps & { service: Service }) => {
  const t = useTexts('billing');
  const change = useWrite('PUT /api/accounts/{id}/payment-mode', servicePaths);
  const form = useForm({
    initial: { paymentMode: service.paymentMode },
    save: (values) => change.mutateAsync({ id: accountId, ...values }),
    onSaved: onClose,
  });
  const { paymentMode } = form.values;
  return (
    <Modal opened onClose={onClose} title={t('service.changeMode')} size={420}>
      <Form form={form} onCancel={onClose}>
        <Select
          label={t('service.mode')}
          description={t(`service.modeText.${paymentMode}`)}
          data={modes.map((value) => ({ value, label: t(`choices.paymentMode.${value}`) }))}
          value={paymentMode}
          onChange={(value) => {
            const mode = modes.find((one) => one === value);
            if (mode) form.set('paymentMode', mode);
          }}
          allowDeselect={false}
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
