import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { FormOfReward } from './reward-values.ts';

/** How many there are, how often one may have it, and what it may cost us in a month. */
export const LimitFields = ({ form }: { form: FormOfReward }) => {
  const t = useTexts('loyalty');
  return (
    <>
      <FormRow>
        {form.values.kind === 'coupon' ? null : (
          <NumberField {...form.value('stock')} label={t('rewards.stock')} />
        )}
        <NumberField {...form.value('mostPerMonth')} label={t('rewards.mostPerMonth')} />
      </FormRow>
      <NumberField
        {...form.value('budget')}
        label={t('rewards.budget')}
        description={t('rewards.budgetHint')}
      />
    </>
  );
};
