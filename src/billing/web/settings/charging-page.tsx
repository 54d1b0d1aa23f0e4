import { Checkbox, Select } from '@mantine/core';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite, type BillingSettings } from '../client.ts';
import { RestCalendar } from './rest-calendar.tsx';

/** From when on accounts are charged, how parts of months are counted, grace and pauses. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/billing-settings');
  return (
    <SettingsPage title={t('charging.title')}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? (
        <Settings key={read.data.version} settings={read.data} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </SettingsPage>
  );
};

const counted = ['yearlyPauses', 'yearlyPauseDays', 'leastPauseDays', 'priceNoticeDays'] as const;

type Values = Omit<BillingSettings, 'chargesBeginOn' | 'graceDays' | 'postpaidGraceDays'> & {
  chargesBeginOn: string;
  graceDays: number | undefined;
  postpaidGraceDays: number | undefined;
};

const valuesOf = (settings: BillingSettings): Values => ({
  ...settings,
  chargesBeginOn: settings.chargesBeginOn ?? '',
  graceDays: settings.graceDays ?? undefined,
  postpaidGraceDays: settings.postpaidGraceDays ?? undefined,
});

const settingsOf = (values: Values): BillingSettings => ({
  ...values,
  chargesBeginOn: values.chargesBeginOn || null,
  graceDays: values.graceDays ?? null,
  postpaidGraceDays: values.postpaidGraceDays ?? null,
});

const Settings = ({ settings }: { settings: BillingSettings }) => {
  const t = useTexts('billing');
  const save = useWrite('PUT /api/billing-settings', [
    '/api/billing-settings',
    '/api/charge-runs',
    '/api/accounts',
  ]);
  const form = useForm<Values, unknown>({
    initial: valuesOf(settings),
    save: (values) => save.mutateAsync(settingsOf(values)),
    onSaved: () => notifyDone(t('charging.saved')),
  });
  return (
    <Form form={form}>
      <FormRow>
        <DayInput
          {...form.value('chargesBeginOn')}
          label={t('charging.beginsOn')}
          description={t('charging.beginsHint')}
        />
        <Select
          {...form.value('proration')}
          onChange={(value) => form.set('proration', value === 'second' ? 'second' : 'day')}
          label={t('charging.proration')}
          description={t('charging.prorationHint')}
          allowDeselect={false}
          data={(['day', 'second'] as const).map((value) => ({
            value,
            label: t(`choices.proration.${value}`),
          }))}
        />
      </FormRow>
      <FormRow>
        {(['graceDays', 'postpaidGraceDays'] as const).map((key) => (
          <NumberField
            key={key}
            {...form.value(key)}
            label={t(`charging.${key}`)}
            description={t('charging.graceHint')}
          />
        ))}
      </FormRow>
      <Checkbox {...form.tick('sparesRestDays')} label={t('charging.spares')} />
      {form.values.sparesRestDays ? (
        <RestCalendar
          {...form.value('restCalendarId')}
          onChange={(id) => form.set('restCalendarId', id)}
        />
      ) : null}
      <FormRow>
        {counted.map((key) => (
          <NumberField
            key={key}
            {...form.value(key)}
            label={t(`charging.${key}`)}
            onChange={(value) => form.set(key, value ?? 0)}
          />
        ))}
      </FormRow>
    </Form>
  );
};
