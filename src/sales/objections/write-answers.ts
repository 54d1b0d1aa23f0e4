import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type GivenAnswer = { id?: number | undefined; words: string; nextStep: string };

/**
 * Puts these answers in place of those that an objection had. One whose words stay is kept with
 * what was counted of it; other words are another answer.
 */
export async function writeAnswers(
  ctx: Ctx,
  objectionId: number,
  answers: readonly GivenAnswer[],
): Promise<void> {
  const now = ctx.clock.now();
  const given = JSON.stringify(answers);
  // objection_answers_objection (objection_id)
  await sql`
    with given as (
      select g.id, g.words, g."nextStep" as next_step
      from   jsonb_to_recordset(${given}::jsonb) as g (id bigint, words text, "nextStep" text)),
    kept as (
      update objection_answers a set next_step = g.next_step
      from   given g
      where  a.objection_id = ${objectionId} and a.archived_at is null
      and    a.id = g.id and a.words = g.words
      returning a.id),
    gone as (
      update objection_answers a set archived_at = ${now}
      where  a.objection_id = ${objectionId} and a.archived_at is null
      and    not exists (select from given g where g.id = a.id and g.words = a.words)
      returning a.id)
    insert into objection_answers (objection_id, words, next_step, created_at)
    select ${objectionId}, g.words, g.next_step, ${now}
    from   given g where not exists (select from kept k where k.id = g.id)`.execute(ctx.db);
}
