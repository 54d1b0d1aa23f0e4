import { Modal, Select } from '@mantine/core';
import { dayOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { commissionKinds, type CommissionKind } from '../../api/kinds.ts';
import { dealerPaths, useWrite, type Dealer } from '../client.ts';

type Values = { kind: CommissionKind; rate: number | undefined; fromOn: string };

/** A new rate: what for, how much, from which day. */
export const RateForm = ({ dealer, onClose }: { dealer: Dealer; onClose: () => void }) => {
  const t = useTexts('dealers');
  const set = useWrite('POST /api/dealers/{id}/commissions', dealerPaths);
  const form = useForm<Values, unknown>({
    initial: { kind: 'card_percent', rate: undefined, fromOn: dayOf(serverNow()) },
    save: ({ kind, rate = 0, fromOn }) => {
      const how =
        kind === 'card_sum'
          ? { amountMinor: minorOf(rate, dealer.currency) }
          : { basisPoints: Math.round(rate * 100) };
      return set.mutateAsync({ id: dealer.id, kind, fromOn, ...how });
    },
    onSaved: onClose,
  });
  const { kind } = form.values;
  return (
    <Modal opened onClose={onClose} title={t('commission.add')} size={440}>
      <Form form={form} onCancel={onClose}>
        <Select
          label={t('commission.kind')}
          allowDeselect={false}
          data={commissionKinds.map((value) => ({
            value,
            label: t(`choices.commission.${value}`),
          }))}
          value={kind}
          onChange={(value) => value && form.set('kind', value)}
        />
        <FormRow>
          <NumberField
            {...form.value('rate')}
            label={t(kind === 'card_sum' ? 'commission.sum' : 'commission.percent')}
            required
          />
          <DayInput {...form.value('fromOn')} label={t('commission.fromOn')} required />
        </FormRow>
        <p className="dim">{t('commission.hint')}</p>
      </Form>
    </Modal>
  );
};
