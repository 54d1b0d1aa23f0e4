import { Select } from '@mantine/core';
import { FormRow } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import type { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import { cycles } from '../kinds.ts';
import type { Values } from './version-values.ts';

/** What a version costs a month, and once; what equipment costs may be paid in parts. */
export const FeeFields = ({ form }: { form: ReturnType<typeof useForm<Values, unknown>> }) => {
  const t = useTexts('catalog');
  const isEquipment = form.values.kind === 'equipment';
  return (
    <FormRow>
      <NumberField {...form.value('fee')} label={t('fee')} data-autofocus />
      <Select
        {...form.value('chargeCycle')}
        onChange={(cycle) => form.set('chargeCycle', cycle ?? 'monthly')}
        label={t('cycleLabel')}
        allowDeselect={false}
        data={cycles.map((value) => ({ value, label: t(`cycle.${value}`) }))}
      />
      <NumberField
        {...form.value('connectionFee')}
        label={t(isEquipment ? 'oncePrice' : 'connectionFee')}
      />
      {isEquipment ? (
        <NumberField
          {...form.value('instalments')}
          label={t('instalments')}
          description={t('instalmentsHint')}
        />
      ) : null}
    </FormRow>
  );
};
