import { Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { DayInput } from '../../ui/form/inputs.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { dayOf, minorOf } from '../../ui/format.ts';
import { serverNow } from '../../ui/now.ts';
import { useTexts } from '../../ui/texts.ts';
import { useWrite, type Product } from './client.ts';

type Values = {
  name: string;
  productId: string | null;
  kind: 'percent' | 'sum';
  value: number | undefined;
  lastsDays: number | undefined;
  offeredFrom: string;
  offeredTo: string;
};

type Props = { products: readonly Product[]; onClose: () => void };

/** A new promotion: how much less, for how long, and when it is given. */
export const PromotionDialog = ({ products, onClose }: Props) => {
  const t = useTexts('catalog');
  const add = useWrite('POST /api/promotions');
  const currency = products[0]?.versions[0]?.currency ?? 'RUB';
  const form = useForm<Values, unknown>({
    initial: {
      name: '',
      productId: null,
      kind: 'percent',
      value: undefined,
      lastsDays: undefined,
      offeredFrom: dayOf(serverNow()),
      offeredTo: '',
    },
    save: ({ productId, value = 0, lastsDays, offeredTo, ...rest }) =>
      add.mutateAsync({
        ...rest,
        productId: productId === null ? null : Number(productId),
        value: rest.kind === 'percent' ? Math.round(value * 100) : minorOf(value, currency),
        lastsDays: lastsDays ?? null,
        offeredTo: offeredTo || null,
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('addPromotion')} size={520}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('name')} data-autofocus />
        <Select
          {...form.value('productId')}
          label={t('product')}
          placeholder={t('anyProduct')}
          clearable
          searchable
          data={products.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <FormRow>
          <Select
            {...form.value('kind')}
            onChange={(kind) => form.set('kind', kind === 'sum' ? 'sum' : 'percent')}
            label={t('lessBy')}
            allowDeselect={false}
            data={(['percent', 'sum'] as const).map((value) => ({
              value,
              label: t(`less.${value}`),
            }))}
          />
          <NumberField {...form.value('value')} label={t('value')} />
          <NumberField {...form.value('lastsDays')} label={t('lastsDays')} />
        </FormRow>
        <FormRow>
          <DayInput {...form.value('offeredFrom')} label={t('offeredFrom')} />
          <DayInput {...form.value('offeredTo')} label={t('offeredTo')} />
        </FormRow>
      </Form>
    </Modal>
  );
};
