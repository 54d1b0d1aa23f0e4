import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Objection } from '../api/objections.ts';
import { wilsonLower } from '../../kernel/statistics/wilson.ts';

type Shown = z.output<typeof Objection>;
type Input = { said: string; isAll: boolean };

/** So much of a phrase must be heard in what was said, by trigrams: endings and slips pass. */
const LEAST_LIKENESS = 0.5;

/**
 * Objections with their answers, those that help most first: all of them, or those that are heard
 * in what somebody said.
 */
export async function listObjections(
  ctx: Ctx,
  { said, isAll }: Input,
): Promise<Result<{ rows: Shown[] }>> {
  // A library holds some dozens. objection_answers_objection, guided_objections_answer
  const { rows } = await sql<Shown>`
    select o.id, o.version, o.name, o.words, o.archived_at is not null as is_archived,
           coalesce(a.answers, '[]') as answers
    from   objections o
    cross  join lateral (
      select max(word_similarity(lower(trim(p)), lower(${said}))) as likeness
      from   regexp_split_to_table(o.name || E'\n' || o.words, E'\n') p
      where  trim(p) <> '') h
    left   join lateral (
      select jsonb_agg(jsonb_build_object('id', w.id, 'words', w.words, 'nextStep', w.next_step,
               'used', u.used, 'helped', u.helped) order by w.id) as answers
      from   objection_answers w
      cross  join lateral (
        select count(*) as used, count(*) filter (where g.has_helped) as helped
        from   guided_objections g where g.answer_id = w.id) u
      where  w.objection_id = o.id and w.archived_at is null) a on true
    where  (${isAll} or o.archived_at is null)
    and    (${said} = '' or h.likeness >= ${LEAST_LIKENESS})
    order  by case when ${said} = '' then 0 else h.likeness end desc, o.position, o.id
    limit  200`.execute(ctx.db);
  const best = ({ helped, used }: Shown['answers'][number]): number => wilsonLower(helped, used);
  return ok({
    rows: rows.map((row) => ({
      ...row,
      answers: row.answers.toSorted((a, b) => best(b) - best(a) || a.id - b.id),
    })),
  });
}
