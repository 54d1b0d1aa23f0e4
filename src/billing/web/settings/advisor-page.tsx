import { SettingsPage } from '../../../staff/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type AdvisorSettings, useRead, useWrite } from '../client.ts';

/** By what the advisor judges: history, what is worth a change, and what looks like a company. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/advisor-settings');
  return (
    <SettingsPage title={t('advisor.page')}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? (
        <Settings key={read.data.version} settings={read.data} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </SettingsPage>
  );
};

const MINUTES = 60;
const GIGABYTE = 1e9;

type Values = Omit<AdvisorSettings, 'workFromMinute' | 'workToMinute' | 'workLeastBytes'> & {
  workFromHour: number;
  workToHour: number;
  workLeastGb: number;
};

const Settings = ({ settings }: { settings: AdvisorSettings }) => {
  const t = useTexts('billing');
  const save = useWrite('PUT /api/advisor-settings', ['/api/advisor-settings', '/api/accounts']);
  const { workFromMinute, workToMinute, workLeastBytes, ...same } = settings;
  const form = useForm<Values, unknown>({
    initial: {
      ...same,
      workFromHour: workFromMinute / MINUTES,
      workToHour: workToMinute / MINUTES,
      workLeastGb: workLeastBytes / GIGABYTE,
    },
    save: ({ workFromHour, workToHour, workLeastGb, ...values }) =>
      save.mutateAsync({
        ...values,
        workFromMinute: Math.round(workFromHour * MINUTES),
        workToMinute: Math.round(workToHour * MINUTES),
        workLeastBytes: Math.round(workLeastGb * GIGABYTE),
      }),
    onSaved: () => notifyDone(t('charging.saved')),
  });
  const number = (key: Exclude<keyof Values, 'version'>) => ({
    ...form.value(key),
    label: t(`advisor.settings.${key}`),
    onChange: (value: number | undefined) => form.set(key, value ?? 0),
  });
  return (
    <Form form={form}>
      <FormRow>
        <NumberField {...number('months')} />
        <NumberField {...number('leastMonths')} />
        <NumberField {...number('leastSavingPercent')} />
      </FormRow>
      <p className="dim">{t('advisor.settings.shared')}</p>
      <FormRow>
        <NumberField {...number('workFromHour')} />
        <NumberField {...number('workToHour')} />
        <NumberField {...number('workLeastGb')} />
      </FormRow>
      <FormRow>
        <NumberField {...number('workLeastPercent')} />
        <NumberField {...number('restMostPercent')} />
      </FormRow>
    </Form>
  );
};
