import { sql } from 'kysely';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { removeEntries } from '../kernel/search/index-entries.ts';
import { forgetWriting } from '../work/index.ts';

/**
 * Removes tickets that a base has brought, as though they had never been, but for those that
 * somebody has worked with since: changed, noted, linked, merged, or anything else that stands in
 * the journal. That the clock has called the supervisor is nobody's work.
 * @param ids of tickets that the caller has locked
 * @returns ids of those that stay
 */
export async function removeUntouched(ctx: BulkCtx, ids: readonly number[]): Promise<number[]> {
  const these = sql`any(${[...ids]}::bigint[])`;
  // tickets_pkey, tickets_merged, ticket_links_pkey and ticket_links_other, ticket_notes_ticket,
  // ticket_conversations_pkey, events_subject of the months since
  const { rows } = await sql<{ id: number }>`
    select t.id from tickets t
    where  t.id = ${these}
    and   (t.version > 1 or t.root_id is not null
           or exists (select from tickets m where m.root_id = t.id)
           or exists (select from ticket_links l where l.from_id = t.id)
           or exists (select from ticket_links l where l.to_id = t.id)
           or exists (select from ticket_notes n where n.ticket_id = t.id)
           or exists (select from ticket_conversations c where c.ticket_id = t.id)
           or exists (select from events e
                      where  e.subject_kind = 'ticket' and e.subject_id = t.id
                      and    e.recorded_at >= t.created_at and e.type <> 'tickets.escalated'))
    order  by t.id`.execute(ctx.db);
  const kept = rows.map(({ id }) => id);
  const stays = new Set(kept);
  const free = ids.filter((id) => !stays.has(id));
  await forgetWriting(ctx, 'tickets', free);
  await removeEntries(ctx, 'ticket', free);
  const tables = 'ticket_clocks ticket_pauses ticket_watchers ticket_rule_runs ticket_signs';
  for (const table of tables.split(' ')) {
    await sql`delete from ${sql.table(table)}
      where ticket_id = any(${free}::bigint[])`.execute(ctx.db);
  }
  await sql`delete from tickets where id = any(${free}::bigint[])`.execute(ctx.db);
  return kept;
}

/** Removes the categories that an import has made and nothing speaks of. */
export async function removeCategories(ctx: BulkCtx, importId: number): Promise<void> {
  // tickets_category, the one unique key of ticket_norms; macros, rules and recurrences are few.
  await sql`
    delete from ticket_categories k
    where  k.import_id = ${importId}
    and    not exists (select from tickets t where t.category_id = k.id)
    and    not exists (select from ticket_norms n where n.category_id = k.id)
    and    not exists (select from ticket_macros m where m.fields ->> 'categoryId' = k.id::text)
    and    not exists (select from ticket_rules r where r.fields ->> 'categoryId' = k.id::text)
    and    not exists (select from ticket_recurrences r
                       where  r.template ->> 'categoryId' = k.id::text)
    and    not exists (select from events e
                       where  e.subject_kind = 'ticket_category' and e.subject_id = k.id
                       and    e.recorded_at >= k.created_at)`.execute(ctx.db);
}
