import { MultiSelect, Select } from '@mantine/core';
import { formatMoney } from '../../../ui/format.ts';
import { FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { isOfAccount, termsKinds } from '../../kinds.ts';
import type { OwnTerms } from '../client.ts';
import type { Values } from './wanted.ts';

type Props = { form: ReturnType<typeof useForm<Values, unknown>>; own: OwnTerms };

/** What is given, on what, and from which day to which. */
export const ProposeFields = ({ form, own }: Props) => {
  const t = useTexts('vip');
  const { currency } = own;
  const { kind } = form.values;
  return (
    <>
      <FormRow>
        <Select
          value={kind}
          onChange={(value) => form.set('kind', value ?? 'percent')}
          label={t('terms.what')}
          allowDeselect={false}
          data={termsKinds.map((value) => ({ value, label: t(`terms.kinds.${value}`) }))}
        />
        {kind === 'free' || kind === 'no_suspension' ? null : (
          <NumberField {...form.value('value')} label={t(`terms.values.${kind}`)} required />
        )}
      </FormRow>
      {isOfAccount(kind) ? (
        <Select
          {...form.value('accountId')}
          label={t('terms.account')}
          required
          data={own.accounts.map((one) => ({ value: String(one.id), label: one.number }))}
        />
      ) : (
        <MultiSelect
          {...form.value('subscriptionIds')}
          label={t('terms.services')}
          searchable
          required
          data={own.services.map(({ id: value, account, product, priceMinor }) => ({
            value: String(value),
            label: `${product} · ${account} · ${formatMoney(priceMinor, currency)}`,
          }))}
        />
      )}
      <FormRow>
        <DayInput {...form.value('fromOn')} label={t('terms.fromOn')} required />
        <DayInput
          {...form.value('toOn')}
          label={t('terms.toOn')}
          description={t('terms.toOnHint')}
        />
      </FormRow>
    </>
  );
};
