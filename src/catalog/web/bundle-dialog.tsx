import { Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { minorOf } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import { type Product, useWrite } from './client.ts';

type Values = {
  name: string;
  productIds: string[];
  kind: 'percent' | 'price';
  value: number | undefined;
};

type Props = { products: readonly Product[]; onClose: () => void };

/** A new bundle: what it consists of, and what that costs together. */
export const BundleDialog = ({ products, onClose }: Props) => {
  const t = useTexts('catalog');
  const add = useWrite('POST /api/bundles');
  const currency = products[0]?.versions[0]?.currency ?? 'RUB';
  const form = useForm<Values, unknown>({
    initial: { name: '', productIds: [], kind: 'price', value: undefined },
    save: ({ name, productIds, kind, value = 0 }) =>
      add.mutateAsync({
        name,
        kind,
        productIds: productIds.map(Number),
        value: kind === 'percent' ? Math.round(value * 100) : minorOf(value, currency),
      }),
    onSaved: onClose,
  });
  const sold = products.filter(
    ({ isArchived, versions }) => !isArchived && (versions[0]?.monthlyFeeMinor ?? 0) > 0,
  );
  return (
    <Modal opened onClose={onClose} title={t('addBundle')} size={520}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('name')} data-autofocus />
        <MultiSelect
          {...form.value('productIds')}
          label={t('bundleParts')}
          searchable
          data={sold.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <FormRow>
          <Select
            {...form.value('kind')}
            onChange={(kind) => form.set('kind', kind === 'percent' ? 'percent' : 'price')}
            label={t('lessBy')}
            allowDeselect={false}
            data={(['price', 'percent'] as const).map((value) => ({
              value,
              label: t(`bundlePrice.${value}`),
            }))}
          />
          <NumberField {...form.value('value')} label={t('bundleValue')} />
        </FormRow>
      </Form>
    </Modal>
  );
};
