import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { erasedAnswer } from '../http/idempotency.ts';

/** Shorter words stand in too much that is nobody's. */
const shortestWord = 3;
/** A number's digits without the prefix that people write in many ways. */
const tellingDigits = 10;

/**
 * Takes out what mentions a person without belonging to one: what was typed into filters of lists
 * and names of their views, and kept answers of writes, which then answer no more. A typed part of
 * a name counts as the name.
 * @param words names, phones in E.164, addresses of mail: whatever the person is known by
 */
export async function purgeMentions(ctx: Ctx, words: readonly string[]): Promise<void> {
  const known = words
    .map((word) => word.trim().toLowerCase())
    .filter(({ length }) => length >= shortestWord);
  if (known.length === 0) return;
  // personal_history_of_nobody
  await sql`
    delete from personal_history h
    where  h.subscriber_id is null
    and    exists (
      select from (
        select jsonb_path_query(h.details, '$.**.value.** ? (@.type() == "string")') as value
        union all select h.details -> 'viewName' where h.details ? 'viewName') q
      cross  join lateral (select lower(q.value #>> '{}') as text) typed
      cross  join lateral (select regexp_replace(typed.text, '\\D', '', 'g') as digits) number
      join   unnest(${known}::text[]) as k (word) on
             (length(typed.text) >= ${shortestWord}
              and (position(typed.text in k.word) > 0 or position(k.word in typed.text) > 0))
             or (length(number.digits) >= ${tellingDigits} and k.word like '+%'
                 and right(number.digits, ${tellingDigits}) = right(k.word, ${tellingDigits})))
  `.execute(ctx.db);
  // Kept for a day, so they are few.
  await sql`
    update idempotency_keys i set answer = to_jsonb(${erasedAnswer}::text)
    where  i.answer is not null
    and    exists (select from unnest(${known}::text[]) as k (word)
                   where position(k.word in lower(i.answer::text)) > 0)`.execute(ctx.db);
}

/** For as long it is known what somebody typed into a filter: by then it was asked about. */
const keptDays = 180;

/** Takes out what belongs to no subscriber once it is old: no erasure need look through it then. */
export async function dropOldMentions(ctx: Ctx): Promise<void> {
  const limit = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  // personal_history_of_nobody (recorded_at) where subscriber_id is null
  await ctx.db
    .deleteFrom('personalHistory')
    .where('subscriberId', 'is', null)
    .where('recordedAt', '<', limit)
    .execute();
}
