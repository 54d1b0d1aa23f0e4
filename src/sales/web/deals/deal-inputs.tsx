import { Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOwners } from '../../../staff/web/index.tsx';
import { SubscriberPicker } from '../../../subscribers/web/index.tsx';
import { DayInput, PhoneInput } from '../../../ui/form/inputs.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { FormBuilding } from '../building-field.tsx';
import { useSalesWords } from '../use-sales-words.ts';
import type { DealValues } from './deal-values.ts';

export type DealForm = ReturnType<typeof useForm<DealValues, unknown>>;
/** A field with an input; the house is found by that of the address. */
export type DealKey = Exclude<keyof DealValues, 'buildingId'>;

/** The input of each field, to be put where it is asked for. */
export const useDealInputs = (form: DealForm): Record<DealKey, () => ReactNode> => {
  const t = useTexts('sales');
  const { staff, teams } = useOwners();
  const { sources } = useSalesWords();
  const label = (key: DealKey): string => t(`fields.${key}`);
  const text = (key: 'email' | 'flat' | 'campaign' | 'nextStep' | 'name') => () => (
    <TextInput {...form.text(key)} label={label(key)} autoComplete="off" />
  );
  const select =
    (key: 'sourceId' | 'ownerStaffId' | 'teamId', data: { value: string; label: string }[]) =>
    () => (
      <Select
        {...form.value(key)}
        label={label(key)}
        clearable
        searchable={data.length > 8}
        data={data}
      />
    );
  const sum = (key: 'monthlyMinor' | 'onceMinor') => () => (
    <NumberField {...form.value(key)} label={label(key)} />
  );
  return {
    name: () => <TextInput {...form.text('name')} label={label('name')} required />,
    phone: () => <PhoneInput {...form.text('phone')} label={label('phone')} />,
    email: text('email'),
    address: () => <FormBuilding form={form} />,
    flat: text('flat'),
    wanted: () => (
      <Textarea
        {...form.text('wanted')}
        label={label('wanted')}
        placeholder={t('deals.wantedHint')}
        autosize
        minRows={2}
        maxRows={8}
      />
    ),
    sourceId: select('sourceId', sources),
    campaign: text('campaign'),
    ownerStaffId: select('ownerStaffId', staff),
    teamId: select('teamId', teams),
    monthlyMinor: sum('monthlyMinor'),
    onceMinor: sum('onceMinor'),
    expectedOn: () => <DayInput {...form.value('expectedOn')} label={label('expectedOn')} />,
    nextStep: text('nextStep'),
    nextAt: () => <MomentField {...form.value('nextAt')} label={label('nextAt')} />,
    subscriberId: () => (
      <SubscriberPicker
        label={label('subscriberId')}
        exceptId={0}
        onPick={(id) => form.set('subscriberId', id)}
      />
    ),
  };
};
