import { Textarea, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type CareSettings as Settings, useRead, useWrite } from '../client.ts';
import css from './settings.module.css';

/** What is done by itself once somebody is connected. */
export const CareSettings = () => {
  const t = useTexts('sales');
  const settings = useRead('GET /api/sales-settings').data;
  return settings ? (
    <section className={css.fields} aria-label={t('careSettings.title')}>
      <h2>{t('careSettings.title')}</h2>
      <SettingsForm key={settings.version} settings={settings} />
    </section>
  ) : null;
};

const daysIn = (text: string): number[] =>
  text
    .split(/\D+/)
    .filter((day) => day !== '')
    .map(Number);

const SettingsForm = ({ settings }: { settings: Settings }) => {
  const t = useTexts('sales');
  const save = useWrite('PUT /api/sales-settings', ['/api/sales-settings']);
  const { welcomeWords, careDays, names, version } = settings;
  const form = useForm({
    initial: { welcomeWords, careDays: careDays.join(', ') },
    save: ({ careDays: days, ...values }) =>
      save.mutateAsync({ ...values, careDays: daysIn(days), version }),
    onSaved: () => notifyDone(t('careSettings.saved')),
  });
  return (
    <Form form={form}>
      <Textarea
        {...form.text('welcomeWords')}
        label={t('careSettings.words')}
        description={t('careSettings.wordsHint', {
          names: names.map((name) => `{{${name}}}`).join(', '),
        })}
        autosize
        minRows={3}
      />
      <TextInput
        {...form.text('careDays')}
        label={t('careSettings.days')}
        description={t('careSettings.daysHint')}
        inputMode="numeric"
      />
    </Form>
  );
};
