import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { minorOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';
import type { DialogProps } from './pause-dialog.tsx';

type Values = { amountMinor: number | undefined; words: string };

/** Charges something once. */
export const ChargeDialog = ({ accountId, service, onClose }: DialogProps) => {
  const t = useTexts('billing');
  const charge = useWrite('POST /api/accounts/{id}/charges', servicePaths);
  const form = useForm<Values, unknown>({
    initial: { amountMinor: undefined, words: '' },
    save: ({ amountMinor = 0, words }) =>
      charge.mutateAsync({
        id: accountId,
        words,
        amountMinor: minorOf(amountMinor, service.currency),
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('service.charge')} size={420}>
      <Form form={form} onCancel={onClose} submitLabel={t('service.charge')}>
        <NumberField
          {...form.value('amountMinor')}
          label={`${t('service.sum')}, ${service.currency}`}
          data-autofocus
        />
        <TextInput {...form.text('words')} label={t('service.words')} />
      </Form>
    </Modal>
  );
};
