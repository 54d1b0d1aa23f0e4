import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { doOrConfirm, notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { TariffDialog } from '../cases/tariff-dialog.tsx';
import { type Task, taskPaths, useWrite } from '../plays/client.ts';

/** What may be said of it: by what it is for, and whether there is something to take. */
const outcomesOf = ({ aim, offer }: Task) =>
  [
    'helped',
    offer && ('taken' as const),
    aim === 'win_back' && ('returns' as const),
    'declined',
    'unreached',
    aim === 'keep' && ('leaves' as const),
    'never',
  ].filter((outcome) => typeof outcome === 'string') as Outcome[];

type Outcome = Exclude<NonNullable<Task['outcome']>, 'sent'>;
type Values = { outcome: Outcome | null; note: string; accountId: string | null };

/** What came of it; an offer that is taken is given at once. */
export const TaskOutcome = ({ task }: { task: Task }) => {
  const t = useTexts('retention');
  const finish = useWrite('POST /api/play-tasks/{id}/outcome', taskPaths);
  const [isChoosing, setChoosing] = useState(false);
  const { id, version, accounts, offer } = task;
  const outcomes = outcomesOf(task);
  const [first] = accounts;
  const form = useForm<Values, unknown>({
    initial: {
      outcome: null,
      note: '',
      accountId: first ? String(first.id) : null,
    },
    save: async (values) => {
      if (values.outcome === 'taken' && offer?.kind === 'tariff') setChoosing(true);
      else await keep(values);
    },
  });
  const keep = async (
    values: Values,
    productVersionId?: number,
    isConfirmed = false,
  ): Promise<void> => {
    const { accountId, outcome, note } = values;
    if (outcome === null) return;
    const chosen = productVersionId === undefined ? {} : { productVersionId };
    const account = accountId === null ? {} : { accountId: Number(accountId) };
    await finish.mutateAsync({ id, version, outcome, note, ...account, ...chosen, isConfirmed });
    notifyDone(t('tasks.saved'));
  };
  return (
    <section className={css.part} aria-label={t('tasks.outcome')}>
      <Form form={form} submitLabel={t('tasks.keep')} isReady={form.values.outcome !== null}>
        <Select
          {...form.value('outcome')}
          label={t('tasks.outcome')}
          placeholder={t('tasks.choose')}
          required
          allowDeselect={false}
          data={outcomes.map((value) => ({ value, label: t(`tasks.outcomes.${value}`) }))}
        />
        {form.values.outcome === 'taken' && accounts.length > 1 ? (
          <Select
            {...form.value('accountId')}
            label={t('tasks.account')}
            allowDeselect={false}
            data={accounts.map(({ id: value, number }) => ({
              value: String(value),
              label: number,
            }))}
          />
        ) : null}
        <Textarea {...form.text('note')} label={t('tasks.note')} autosize minRows={2} />
      </Form>
      {isChoosing ? (
        <TariffDialog
          onClose={() => setChoosing(false)}
          onPick={(versionId) => {
            setChoosing(false);
            void doOrConfirm('billing.bundle_ends', (isConfirmed) =>
              keep(form.values, versionId, isConfirmed),
            );
          }}
        />
      ) : null}
    </section>
  );
};
