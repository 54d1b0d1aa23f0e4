import { NumberInput, TextInput } from '@mantine/core';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskSettings } from '../../api/settings.ts';
import { useRead, useWrite } from '../api.ts';
import { delaysOf, wordsOf } from './delays.ts';

type Values = Omit<DeskSettings, 'retryDelaysSeconds'> & { retries: string };

const SettingsForm = ({ settings }: { settings: DeskSettings }) => {
  const t = useTexts('conversations');
  const save = useWrite('PUT /api/desk-settings');
  const { retryDelaysSeconds, ...rest } = settings;
  const form = useForm<Values, unknown>({
    initial: { ...rest, retries: wordsOf(retryDelaysSeconds, t('settings.units').split(' ')) },
    save: ({ retries, ...values }) =>
      save.mutateAsync({ ...values, retryDelaysSeconds: delaysOf(retries) }),
    onSaved: () => notifyDone(t('settings.saved')),
  });
  const number = (key: 'offerSeconds' | 'offerLimit' | 'escalatePercent') => ({
    ...form.value(key),
    label: t(`settings.${key}`),
    description: t(`settings.${key}Hint`),
    onChange: (value: number | string) => form.set(key, Number(value)),
  });
  return (
    <Form form={form}>
      <FormRow>
        <NumberInput {...number('offerSeconds')} min={5} max={300} />
        <NumberInput {...number('offerLimit')} min={1} max={20} />
        <NumberInput {...number('escalatePercent')} min={10} max={100} />
      </FormRow>
      <TextInput
        {...form.text('retries')}
        label={t('settings.retries')}
        description={t('settings.retriesHint')}
      />
    </Form>
  );
};

/** How requests are put before people, and how a call that nobody answered is tried again. */
export const Component = () => {
  const t = useTexts('conversations');
  const { data, error, refetch } = useRead('GET /api/desk-settings');
  return (
    <SettingsPage title={t('settings.title')}>
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data ? <SettingsForm settings={data} /> : null}
    </SettingsPage>
  );
};
