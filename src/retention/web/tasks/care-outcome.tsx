import { Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { taskOutcomes } from '../../lists/outcomes.ts';
import { carePaths, type CareTask, useWrite } from '../plan/client.ts';

type Values = { outcome: (typeof taskOutcomes)[number] | null; note: string };

/** What a task has come to, with the words of the person. */
export const CareOutcome = ({ task: { id, version } }: { task: CareTask }) => {
  const t = useTexts('retention');
  const write = useWrite('PUT /api/care-tasks/{id}', carePaths);
  const form = useForm<Values, unknown>({
    // Nothing is answered for whoever made the call; an outcome of none would take one back.
    initial: { outcome: null, note: '' },
    save: (values) => write.mutateAsync({ id, version, ...values }),
    onSaved: () => notifyDone(t('tasks.saved')),
  });
  return (
    <section className={css.part} aria-label={t('tasks.outcome')}>
      <Form form={form} submitLabel={t('tasks.keep')} isReady={form.values.outcome !== null}>
        <Select
          {...form.value('outcome')}
          label={t('tasks.outcome')}
          placeholder={t('tasks.choose')}
          required
          allowDeselect={false}
          data={taskOutcomes.map((value) => ({ value, label: t(`lists.outcomes.${value}`) }))}
        />
        <Textarea {...form.text('note')} label={t('tasks.note')} autosize minRows={2} />
      </Form>
    </section>
  );
};
