import { Modal, TextInput } from '@mantine/core';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { payWays } from '../../api/kinds.ts';
import { dealerPaths, useWrite, type Dealer } from '../client.ts';

type Values = { amount: number | undefined; way: (typeof payWays)[number]; document: string };

/** What a dealer has paid of its debt; the whole of it to begin with. */
export const PayIn = ({ dealer, onClose }: { dealer: Dealer; onClose: () => void }) => {
  const t = useTexts('dealers');
  const { id, currency, balanceMinor } = dealer;
  const pay = useWrite('POST /api/dealers/{id}/payments', dealerPaths);
  const form = useForm<Values, unknown>({
    initial: {
      amount: balanceMinor < 0 ? majorOf(-balanceMinor, currency) : undefined,
      way: 'bank',
      document: '',
    },
    save: ({ amount = 0, way, document }) =>
      pay.mutateAsync({ id, amountMinor: minorOf(amount, currency), way, document }),
    onSaved: () => {
      notifyDone(t('payIn.done'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('payIn.title')} size={420}>
      <Form form={form} onCancel={onClose}>
        <NumberField {...form.value('amount')} label={t('payIn.amount')} required data-autofocus />
        <Segmented
          label={t('payIn.way')}
          value={form.values.way}
          options={payWays.map((value) => ({ value, label: t(`choices.way.${value}`) }))}
          onChange={(way) => form.set('way', way)}
        />
        <TextInput {...form.text('document')} label={t('payIn.document')} />
      </Form>
    </Modal>
  );
};
