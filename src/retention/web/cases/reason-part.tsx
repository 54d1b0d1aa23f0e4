import { Select, Textarea } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, useRead, useWrite } from '../client.ts';
import css from './desk.module.css';
import { Talk } from './talk.tsx';

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
  /** The branch that the talk stands in: the reason's own words, the group's, or the first. */
  const [branch] = [reasonId, groupId].flatMap((key) =>
    all.filter((one) => String(one.id) === key && (one.words !== '' || one.answers.length > 0)),
  );
  const said = branch ?? { id: 0, words: data?.openingWords ?? '', answers: [] };
  const offer = (parentId: number | null) =>
    all
      .filter((one) => one.parentId === parentId)
      .map((one) => ({ value: String(one.id), label: one.name }));
  return (
    <section className={css.part} aria-label={t('fields.reasonId')}>
      <h2>{t('fields.reasonId')}</h2>
      {/* An angry or a repeated wish is heard, not talked over. */}
      <Talk
        key={said.id}
        branch={found.isAngry || found.isRepeated ? { ...said, answers: [] } : said}
      />
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
