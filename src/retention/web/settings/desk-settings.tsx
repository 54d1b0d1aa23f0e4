import { Select, Textarea } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Desk, useRead, useWrite } from '../client.ts';

/** How a talk at the save desk begins, and by what it opens a repair and proposes an apology. */
export const DeskSettings = () => {
  const { data } = useRead('GET /api/save-desk-settings');
  return data ? <DeskForm key={data.version} desk={data} /> : null;
};

type Values = { openingWords: string; repair: string | null; apology: string | null };

const text = (id: number | null): string | null => (id === null ? null : String(id));
const number = (id: string | null): number | null => (id === null ? null : Number(id));
const choices = (all: readonly { id: number; name: string }[]) =>
  all.map(({ id, name }) => ({ value: String(id), label: name }));

const DeskForm = ({ desk }: { desk: Desk }) => {
  const t = useTexts('retention');
  const change = useWrite('PUT /api/save-desk-settings', [
    '/api/save-desk-settings',
    '/api/leaving-reasons',
  ]);
  const form = useForm<Values, unknown>({
    initial: {
      openingWords: desk.openingWords,
      repair: text(desk.repairCategoryId),
      apology: text(desk.apologyReasonId),
    },
    save: ({ openingWords, repair, apology }) =>
      change.mutateAsync({
        openingWords,
        repairCategoryId: number(repair),
        apologyReasonId: number(apology),
        version: desk.version,
      }),
    onSaved: () => notifyDone(t('desk.saved')),
  });
  return (
    <section aria-label={t('desk.title')} style={{ maxWidth: 640 }}>
      <h2>{t('desk.title')}</h2>
      <Form form={form}>
        <Textarea {...form.text('openingWords')} label={t('desk.opening')} autosize minRows={2} />
        <FormRow>
          <Select
            {...form.value('repair')}
            label={t('desk.repair')}
            placeholder={t('desk.first')}
            clearable
            data={choices(desk.categories)}
          />
          <Select
            {...form.value('apology')}
            label={t('desk.apology')}
            placeholder={t('desk.first')}
            clearable
            data={choices(desk.apologyReasons)}
          />
        </FormRow>
      </Form>
    </section>
  );
};
