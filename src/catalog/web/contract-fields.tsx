import { MultiSelect } from '@mantine/core';
import { FormRow, FormSection } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import type { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import { technologies } from '../kinds.ts';
import type { Values } from './version-values.ts';

/** What a version needs, binds to and costs. */
export const ContractFields = (props: { form: ReturnType<typeof useForm<Values, unknown>> }) => {
  const t = useTexts('catalog');
  const { form } = props;
  return (
    <FormSection title={t('contract')}>
      <FormRow>
        <MultiSelect
          {...form.value('technologies')}
          label={t('technologies')}
          placeholder={form.values.technologies.length === 0 ? t('anyLine') : ''}
          data={technologies.map((value) => ({ value, label: t(`technology.${value}`) }))}
        />
        <NumberField {...form.value('cost')} label={t('cost')} description={t('costHint')} />
      </FormRow>
      <FormRow>
        <NumberField {...form.value('leastMonths')} label={t('leastMonths')} />
        <NumberField {...form.value('leavingFee')} label={t('leavingFee')} />
      </FormRow>
    </FormSection>
  );
};
