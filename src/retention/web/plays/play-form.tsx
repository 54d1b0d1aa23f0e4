import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { signOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { ActionFields } from './action-fields.tsx';
import { type Play, playPaths, useWrite } from './client.ts';
import { fieldsOf, type PlayValues, valuesOf } from './play-values.ts';
import css from './plays.module.css';
import { SignalFields } from './signal-fields.tsx';

type Props = { play: Play | null; onAdded: (id: number) => void };

/** When, whom, what to do, and within what limits. */
export const PlayForm = ({ play, onAdded }: Props) => {
  const t = useTexts('retention');
  const currency = useCurrency();
  const add = useWrite('POST /api/plays', playPaths);
  const change = useWrite('PUT /api/plays/{id}', playPaths);
  const form = useForm<PlayValues, number | null>({
    initial: valuesOf(play, currency),
    save: async (values) => {
      const fields = fieldsOf(values, currency);
      if (!play) return (await add.mutateAsync(fields)).id;
      const { isArchived } = values;
      await change.mutateAsync({ ...fields, id: play.id, version: play.version, isArchived });
      return null;
    },
    onSaved: (id) => {
      if (id !== null) onAdded(id);
    },
  });
  const isWritten = form.values.action === 'message';
  return (
    <div className={css.form}>
      <Form form={form} isFirstFocused={!play}>
        <TextInput {...form.text('name')} label={t('plays.name')} required />
        <SignalFields form={form} play={play} />
        <ActionFields form={form} play={play} />
        <Textarea
          {...form.text('words')}
          label={t(isWritten ? 'plays.message' : 'plays.words')}
          description={
            isWritten
              ? t('plays.messageHint', { names: '{{name}}, {{operator}}' })
              : t('plays.wordsHint')
          }
          autosize
          minRows={2}
        />
        <FormRow>
          <NumberField {...form.value('cooldownDays')} label={t('plays.cooldown')} required />
          <NumberField
            {...form.value('budget')}
            label={`${t('plays.budget')}, ${signOf(currency)}`}
          />
        </FormRow>
        {play ? <Checkbox {...form.tick('isArchived')} label={t('plays.archive')} /> : null}
      </Form>
    </div>
  );
};
