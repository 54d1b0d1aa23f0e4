import { Select, Textarea } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, useRead, useWrite } from '../client.ts';
import css from './desk.module.css';

type Values = { groupId: string | null; reasonId: string | null; note: string };

/** Why they want to leave, on two levels, and in their own words. */
export const ReasonPart = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const { id, version, state, reason, reasonGroup, note } = found;
  const { data } = useRead('GET /api/leaving-reasons');
  const give = useWrite('PUT /api/cases/{id}/reason', casePaths);
  const form = useForm<Values, unknown>({
    initial: {
      groupId: reasonGroup ? String(reasonGroup.id) : null,
      reasonId: reason ? String(reason.id) : null,
      note,
    },
    save: (values) =>
      give.mutateAsync({ id, version, reasonId: Number(values.reasonId), note: values.note }),
  });
  // Whoever left without having been asked can still be asked.
  const isMissing = found.outcome === 'left' && reason === null;
  if (state !== 'open' && !isMissing) {
    return (
      <section className={css.part} aria-label={t('fields.reasonId')}>
        <h2>{t('fields.reasonId')}</h2>
        <span>{reason ? `${reasonGroup?.name} · ${reason.name}` : t('cases.noReason')}</span>
        {note === '' ? null : <span className="dim">{note}</span>}
      </section>
    );
  }
  const all = (data?.reasons ?? []).filter(({ isArchived }) => !isArchived);
  const { groupId, reasonId } = form.values;
  /** Of the branch that the talk stands in: the reason's own words, the group's, or the first. */
  const wordsOf = (...chosen: (string | null)[]): string => {
    const own = chosen.flatMap(
      (key) => all.find(({ id: one }) => String(one) === key)?.words || [],
    );
    return own.at(-1) ?? data?.openingWords ?? '';
  };
  const words = wordsOf(groupId, reasonId);
  const offer = (parentId: number | null) =>
    all
      .filter((one) => one.parentId === parentId)
      .map((one) => ({ value: String(one.id), label: one.name }));
  return (
    <section className={css.part} aria-label={t('fields.reasonId')}>
      <h2>{t('fields.reasonId')}</h2>
      {words === '' ? null : <blockquote className={css.said}>{words}</blockquote>}
      <Form form={form} submitLabel={t('cases.keepReason')} isGuarded={false}>
        <FormRow>
          <Select
            label={t('cases.group')}
            data={offer(null)}
            value={groupId}
            allowDeselect={false}
            onChange={(value) => {
              form.set('groupId', value);
              form.set('reasonId', null);
            }}
          />
          <Select
            {...form.value('reasonId')}
            label={t('cases.reason')}
            disabled={groupId === null}
            data={groupId === null ? [] : offer(Number(groupId))}
            allowDeselect={false}
            value={reasonId}
          />
        </FormRow>
        <Textarea {...form.text('note')} label={t('cases.note')} autosize minRows={1} />
      </Form>
    </section>
  );
};
