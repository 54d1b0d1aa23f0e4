import { NumberInput, Select, TextInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.layer.css';
import { Form, FormRow, FormSection } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskSettings } from '../../api/settings.ts';
import { verifyModes } from '../../verifying/modes.ts';
import { useWrite } from '../api.ts';
import { delaysOf, wordsOf } from './delays.ts';
import { LoadTable } from './load-table.tsx';
import css from './settings.module.css';

type Values = Omit<DeskSettings, 'retryDelaysSeconds' | 'headStartSeconds'> & {
  retries: string;
  upper: number;
  top: number;
};
type NumberKey =
  | 'offerSeconds'
  | 'offerLimit'
  | 'escalatePercent'
  | 'skillWaitSeconds'
  | 'recordingsKeptDays';

/** Everything of it that is saved at once. */
export const SettingsForm = ({ settings }: { settings: DeskSettings }) => {
  const t = useTexts('conversations');
  const save = useWrite('PUT /api/desk-settings');
  const { retryDelaysSeconds, headStartSeconds, ...rest } = settings;
  const [upper, top] = headStartSeconds;
  const retries = wordsOf(retryDelaysSeconds, t('settings.units').split(' '));
  const form = useForm<Values, unknown>({
    initial: { ...rest, upper, top, retries },
    save: (all) => {
      const { retries: words, upper: first, top: second, ...values } = all;
      return save.mutateAsync({
        ...values,
        retryDelaysSeconds: delaysOf(words),
        headStartSeconds: [first, second],
      });
    },
    onSaved: () => notifyDone(t('settings.saved')),
  });
  const number = (key: NumberKey | 'upper' | 'top') => ({
    ...form.value(key),
    label: t(`settings.${key}`),
    onChange: (value: number | string) => form.set(key, Number(value)),
  });
  const hinted = (key: NumberKey) => ({ ...number(key), description: t(`settings.${key}Hint`) });
  return (
    <Form form={form}>
      <FormSection title={t('settings.offers')}>
        <FormRow>
          <NumberInput {...hinted('offerSeconds')} min={5} max={300} />
          <NumberInput {...hinted('offerLimit')} min={1} max={20} />
        </FormRow>
        <FormRow>
          <NumberInput {...hinted('escalatePercent')} min={10} max={100} />
          <NumberInput {...hinted('skillWaitSeconds')} min={0} max={600} />
        </FormRow>
      </FormSection>
      <FormSection title={t('settings.calls')}>
        <TextInput
          {...form.text('retries')}
          label={t('settings.retries')}
          description={t('settings.retriesHint')}
        />
        <FormRow>
          <Select
            {...form.value('verifyCallers')}
            onChange={(mode) => mode && form.set('verifyCallers', mode)}
            label={t('settings.verifyCallers')}
            description={t('settings.verifyCallersHint')}
            allowDeselect={false}
            data={verifyModes.map((value) => ({ value, label: t(`verify.modes.${value}`) }))}
          />
          <NumberInput {...hinted('recordingsKeptDays')} min={1} max={3650} />
        </FormRow>
      </FormSection>
      <FormSection title={t('settings.order')}>
        <p className={css.hint}>{t('settings.orderHint')}</p>
        <FormRow>
          <NumberInput {...number('upper')} min={0} max={3600} />
          <NumberInput {...number('top')} min={0} max={3600} />
        </FormRow>
      </FormSection>
      <FormSection title={t('settings.loads')}>
        <p className={css.hint}>{t('settings.loadsHint')}</p>
        <LoadTable {...form.value('channelLoads')} />
      </FormSection>
    </Form>
  );
};
