import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { useForm } from '../../../ui/form/use-form.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Saved, Values } from './builder.tsx';

const every = [15, 60, 360, 1440];

/** What a segment is called and how it is kept. */
export const NameFields = ({ form }: { form: ReturnType<typeof useForm<Values, Saved>> }) => {
  const t = useTexts('segments');
  return (
    <>
      <TextInput {...form.text('name')} label={t('builder.name')} required />
      <Textarea {...form.text('note')} label={t('builder.note')} autosize minRows={2} />
      <Segmented
        label={t('builder.kind')}
        value={form.values.kind}
        options={(['dynamic', 'static'] as const).map((kind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
        }))}
        onChange={(kind) => form.set('kind', kind)}
      />
      <p className="dim">{t(`builder.kindHint.${form.values.kind}`)}</p>
      {form.values.kind === 'dynamic' ? (
        <Select
          label={t('builder.every')}
          allowDeselect={false}
          value={String(form.values.everyMinutes)}
          data={[...new Set([...every, form.values.everyMinutes])].map((minutes) => ({
            value: String(minutes),
            label: t('builder.minutes', { count: minutes }),
          }))}
          onChange={(next) => form.set('everyMinutes', Number(next))}
        />
      ) : null}
      <Checkbox {...form.tick('isBadge')} label={t('builder.badge')} />
    </>
  );
};
