import { Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf, minorOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';
import type { DialogProps } from './pause-dialog.tsx';

const kinds = ['percent', 'sum'] as const;

type Values = {
  kind: (typeof kinds)[number];
  value: number | undefined;
  subscriptionId: string | null;
  fromOn: string;
  toOn: string;
  words: string;
};

/** Less of the fee from a day to a day, by a percentage or a sum. */
export const DiscountDialog = ({ accountId, service, onClose }: DialogProps) => {
  const t = useTexts('billing');
  const give = useWrite('POST /api/accounts/{id}/discounts', servicePaths);
  const form = useForm<Values, unknown>({
    initial: {
      kind: 'percent',
      value: undefined,
      subscriptionId: null,
      fromOn: dayOf(serverNow()),
      toOn: '',
      words: '',
    },
    save: ({ kind, value = 0, subscriptionId, fromOn, toOn, words }) =>
      give.mutateAsync({
        id: accountId,
        kind,
        value: kind === 'percent' ? Math.round(value * 100) : minorOf(value, service.currency),
        ...(subscriptionId !== null && { subscriptionId: Number(subscriptionId) }),
        fromOn,
        ...(toOn !== '' && { toOn }),
        words,
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('service.give')} size={480}>
      <Form form={form} onCancel={onClose} submitLabel={t('service.give')}>
        <p className="dim">{t('service.discountsText')}</p>
        <FormRow>
          <Select
            {...form.value('kind')}
            onChange={(value) => form.set('kind', value === 'sum' ? 'sum' : 'percent')}
            label={t('corrections.kind')}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`choices.discount.${value}`) }))}
          />
          <NumberField
            {...form.value('value')}
            label={
              form.values.kind === 'percent'
                ? `${t('service.value')}, %`
                : `${t('service.value')}, ${service.currency}`
            }
            data-autofocus
          />
        </FormRow>
        <Select
          {...form.value('subscriptionId')}
          label={t('service.product')}
          placeholder={t('service.ofAll')}
          clearable
          data={service.subscriptions.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <FormRow>
          <DayInput {...form.value('fromOn')} label={t('service.fromOn')} />
          <DayInput
            {...form.value('toOn')}
            label={t('service.toOn')}
            description={t('service.open')}
          />
        </FormRow>
        <TextInput {...form.text('words')} label={t('service.words')} />
      </Form>
    </Modal>
  );
};
