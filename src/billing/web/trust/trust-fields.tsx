import { FormRow, FormSection } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { ConditionField } from '../rules/condition-field.tsx';
import type { TrustValues } from './rule-values.ts';
import { Steps } from './steps.tsx';

type Props = { form: ReturnType<typeof useForm<TrustValues, unknown>>; currency: string };

/** Who is trusted, and with how much at least and at most. */
export const Whom = ({ form, currency }: Props) => {
  const t = useTexts('billing');
  return (
    <FormSection title={t('promises.rules.who')}>
      <ConditionField
        value={form.values.condition}
        onChange={(next) => form.set('condition', next)}
      />
      <FormRow>
        <NumberField {...form.value('basePercent')} label={t('trust.rules.basePercent')} />
        <NumberField
          {...form.value('ceilingMinor')}
          label={`${t('trust.rules.ceiling')}, ${currency}`}
          description={t('trust.rules.anyCeiling')}
        />
      </FormRow>
    </FormSection>
  );
};

/** What makes a limit grow. */
export const Adds = ({ form, currency }: Props) => {
  const t = useTexts('billing');
  return (
    <FormSection title={t('trust.rules.adds')}>
      <Steps
        label={t('trust.rules.tenureSteps')}
        currency={currency}
        value={form.values.tenureSteps}
        onChange={(next) => form.set('tenureSteps', next)}
      />
      <Steps
        label={t('trust.rules.paidSteps')}
        currency={currency}
        value={form.values.paidSteps}
        onChange={(next) => form.set('paidSteps', next)}
      />
      <FormRow>
        <NumberField {...form.value('lateDays')} label={t('trust.rules.lateDays')} />
      </FormRow>
    </FormSection>
  );
};

/** What makes it shrink, and how soon. */
export const Takes = ({ form, currency }: Props) => {
  const t = useTexts('billing');
  return (
    <FormSection title={t('trust.rules.takes')}>
      <FormRow>
        <NumberField
          {...form.value('brokenCutMinor')}
          label={`${t('trust.rules.broken')}, ${currency}`}
        />
        <NumberField
          {...form.value('suspendedCutMinor')}
          label={`${t('trust.rules.suspended')}, ${currency}`}
        />
      </FormRow>
      <FormRow>
        <NumberField
          {...form.value('debtDays')}
          label={t('trust.rules.debtDays')}
          description={t('trust.rules.debtHint')}
        />
        <NumberField
          {...form.value('noticeDays')}
          label={t('trust.rules.noticeDays')}
          description={t('trust.rules.noticeHint')}
        />
      </FormRow>
    </FormSection>
  );
};
