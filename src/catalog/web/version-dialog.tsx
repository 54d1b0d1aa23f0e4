import { Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow, FormSection } from '../../ui/form/form.tsx';
import { DayInput } from '../../ui/form/inputs.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import { useWrite, type Product } from './client.ts';
import { kinds, services } from '../kinds.ts';
import { ContractFields } from './contract-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import { RateFields } from './rate-fields.tsx';
import { startingValues, termsOf, type Values } from './version-values.ts';

/** A new product, or a new version of one: on what terms it is charged. */
export const VersionDialog = (props: { product: Product | null; onClose: () => void }) => {
  const t = useTexts('catalog');
  const { product, onClose } = props;
  const add = useWrite('POST /api/products');
  const addVersion = useWrite('POST /api/products/{id}/versions');
  const form = useForm<Values, unknown>({
    initial: startingValues(product),
    save: (values) => {
      const { kind, service, name } = values;
      const terms = termsOf(values);
      return product
        ? addVersion.mutateAsync({ id: product.id, terms })
        : add.mutateAsync({ kind, service, name, terms });
    },
    onSaved: onClose,
  });
  const title = product ? `${product.name}: ${t('addVersion')}` : t('create');
  return (
    <Modal opened onClose={onClose} title={title} size={720}>
      <Form form={form} onCancel={onClose}>
        {product ? null : (
          <FormRow>
            <TextInput {...form.text('name')} label={t('name')} data-autofocus />
            <Select
              {...form.value('kind')}
              onChange={(kind) => form.set('kind', kind ?? 'tariff')}
              label={t('kindLabel')}
              allowDeselect={false}
              data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <Select
              {...form.value('service')}
              onChange={(service) => form.set('service', service ?? 'internet')}
              label={t('serviceLabel')}
              allowDeselect={false}
              data={services.map((value) => ({ value, label: t(`service.${value}`) }))}
            />
          </FormRow>
        )}
        <FeeFields form={form} />
        <FormRow>
          <NumberField {...form.value('speedMbps')} label={t('speed')} />
          <NumberField {...form.value('guaranteedMbps')} label={t('guaranteedSpeed')} />
          <NumberField {...form.value('tvChannels')} label={t('tvChannels')} />
          <DayInput {...form.value('validFrom')} label={t('validFrom')} />
        </FormRow>
        <ContractFields form={form} />
        <FormSection title={t('usage')}>
          <FormRow>
            <NumberField {...form.value('includedGb')} label={t('includedGb')} />
            <NumberField {...form.value('includedMinutes')} label={t('includedMinutes')} />
          </FormRow>
          <RateFields rates={form.values.rates} onChange={(rates) => form.set('rates', rates)} />
        </FormSection>
      </Form>
    </Modal>
  );
};
