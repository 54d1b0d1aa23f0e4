import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { FormOfReward } from './reward-values.ts';

/** How much is given, and for how long, as goes with its kind. */
export const AmountFields = ({ form }: { form: FormOfReward }) => {
  const t = useTexts('loyalty');
  const { kind } = form.values;
  const lasts = kind === 'discount' || kind === 'service_days' || kind === 'speed';
  return (
    <FormRow>
      {kind === 'service_days' || kind === 'speed' ? null : (
        <NumberField {...form.value('value')} label={t(`rewards.values.${kind}`)} />
      )}
      {lasts ? <NumberField {...form.value('days')} label={t('rewards.days')} /> : null}
    </FormRow>
  );
};
