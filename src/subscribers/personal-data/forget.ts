import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { purgePersonalHistory } from '../../kernel/events/purge-personal-history.ts';
import { removeEntriesOf } from '../../kernel/search/index-entries.ts';
import { type ClusterIds, erasers } from '../slots.ts';

/**
 * Takes everything that names a person out of the database, in this domain and every other. Rows
 * that others count on stay, empty; run again it changes nothing.
 */
export async function forget(ctx: Ctx, ids: ClusterIds): Promise<void> {
  const own = sql`= any(${ids}::bigint[])`;
  for (const { piece } of erasers.fills) await piece.erase(ctx, ids);
  await removeEntriesOf(ctx, ids);
  await purgePersonalHistory(ctx, ids);
  // contacts stand in front of contact persons, whom they point at
  await sql`delete from contacts where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from contact_persons where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from documents where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from needs where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from consents where subscriber_id ${own}`.execute(ctx.db);
  // A household that nobody else belongs to is closed, and its name, often a surname, goes.
  await sql`
    update households h set name = '', closed_at = coalesce(h.closed_at, ${ctx.clock.now()})
    where  h.id in (select household_id from household_members where subscriber_id ${own})
    and    not exists (select from household_members m
                       where  m.household_id = h.id
                       and    m.subscriber_id <> all(${ids}::bigint[]))`.execute(ctx.db);
  await sql`delete from household_members where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from bulk_change_rows where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from duplicate_pairs where first_id ${own} or second_id ${own}`.execute(ctx.db);
  await sql`update subscriber_merges set overlay = '{}'
    where from_id ${own} or into_id ${own}`.execute(ctx.db);
  // An account may point at its address, so the row stays, without the place.
  await sql`update service_addresses set premise_id = null, raw_text = '—', label = '',
      removed_at = coalesce(removed_at, ${ctx.clock.now()})
    where subscriber_id ${own}`.execute(ctx.db);
  await sql`
    update subscribers
    set    display_name = '', last_name = null, first_name = null, middle_name = null,
           birth_on = null, tax_number = null, external_id = null, note = '', attributes = '{}',
           version = version + 1, updated_at = ${ctx.clock.now()}, erased_at = ${ctx.clock.now()}
    where  id ${own} and erased_at is null`.execute(ctx.db);
}
