import { Select, TextInput } from '@mantine/core';
import { FormRow, FormSection } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { ConditionField } from '../rules/condition-field.tsx';
import type { RuleValues } from './rule-values.ts';

type Props = { form: ReturnType<typeof useForm<RuleValues, unknown>>; currency: string };

/** Who may promise a payment. */
export const Who = ({ form, currency }: Props) => {
  const t = useTexts('billing');
  return (
    <FormSection title={t('promises.rules.who')}>
      <ConditionField
        value={form.values.condition}
        onChange={(next) => form.set('condition', next)}
      />
      <FormRow>
        <NumberField {...form.value('leastTenureMonths')} label={t('promises.rules.tenure')} />
        <NumberField
          {...form.value('mostDebtMinor')}
          label={`${t('promises.rules.mostDebt')}, ${currency}`}
          description={t('promises.rules.anyDebt')}
        />
      </FormRow>
    </FormSection>
  );
};

/** How much may be promised, for how long, and how often. */
export const What = ({ form, currency }: Props) => {
  const t = useTexts('billing');
  return (
    <>
      <FormSection title={t('promises.rules.what')}>
        <FormRow>
          <Select
            {...form.value('sumKind')}
            onChange={(value) => form.set('sumKind', value === 'fixed' ? 'fixed' : 'fees')}
            label={t('promises.rules.sumKind')}
            allowDeselect={false}
            data={(['fees', 'fixed'] as const).map((value) => ({
              value,
              label: t(`choices.sumKind.${value}`),
            }))}
          />
          {form.values.sumKind === 'fixed' ? (
            <TextInput
              {...form.text('sumsMinor')}
              label={`${t('promises.rules.sums')}, ${currency}`}
              placeholder={t('promises.rules.sumsHint')}
            />
          ) : (
            <NumberField {...form.value('feesPercent')} label={t('promises.rules.feesPercent')} />
          )}
        </FormRow>
        <FormRow>
          <NumberField {...form.value('days')} label={t('promises.rules.forDays')} />
          <NumberField
            {...form.value('priceMinor')}
            label={`${t('promises.rules.price')}, ${currency}`}
          />
        </FormRow>
      </FormSection>
      <FormSection title={t('promises.rules.often')}>
        <FormRow>
          <NumberField
            {...form.value('monthlyTimes')}
            label={t('promises.rules.times')}
            description={t('promises.rules.anyTimes')}
          />
          <NumberField {...form.value('leastDaysBetween')} label={t('promises.rules.between')} />
        </FormRow>
      </FormSection>
    </>
  );
};
