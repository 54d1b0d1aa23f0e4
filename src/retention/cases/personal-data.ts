import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { purgeHistoryOf } from '../../kernel/events/purge-personal-history.ts';
import { fail } from '../../kernel/result.ts';
import type { Eraser, PersonalDataSource } from '../../subscribers/index.ts';

/** What we hold of a person's wishes to leave. */
export const personalData: PersonalDataSource = {
  section: 'cases',
  choices: {
    source: (value) => `choices.source.${value}`,
    outcome: (value) => `choices.outcome.${value}`,
  },
  load: async (ctx, ids) => {
    // retention_cases_subscriber (subscriber_id, opened_at desc), case_wishes_case (case_id, id)
    const { rows } = await sql<Record<string, unknown>>`
      select c.id as number, c.source, r.name as reason, c.note, c.outcome, c.opened_at,
             c.closed_at, (
               select string_agg(w.words, '; ' order by w.id) from case_wishes w
               where  w.case_id = c.id and w.words <> '') as words
      from   retention_cases c left join leaving_reasons r on r.id = c.reason_id
      where  c.subscriber_id = any(${ids}::bigint[]) order by c.id`.execute(ctx.db);
    return rows;
  },
};

/**
 * Forgets what they said; that there was a wish to leave, why, and what became of it stays, for
 * figures count it. An open case holds the erasure up.
 */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      select id from retention_cases
      where  subscriber_id = any(${ids}::bigint[]) and state = 'open' limit 1`.execute(ctx.db);
    const [open] = rows;
    return open ? fail('retention.still_open', { number: open.id }).failure : null;
  },
  erase: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      update retention_cases set note = ''
      where  subscriber_id = any(${ids}::bigint[]) returning id`.execute(ctx.db);
    const cases = rows.map(({ id }) => id);
    await forgetWords(ctx, cases);
    await purgeHistoryOf(ctx, 'case', cases);
  },
};

async function forgetWords(ctx: Ctx, cases: readonly number[]): Promise<void> {
  await sql`
    update case_wishes set words = '' where case_id = any(${cases}::bigint[])`.execute(ctx.db);
}
