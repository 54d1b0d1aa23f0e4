import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Shared by more than this many, a phone, document or name tells nobody from anybody. */
const MOST_SHARING = 10;

export type Candidate = { firstId: number; secondId: number };

/**
 * Fills a temporary table with pairs of roots worth comparing: they share a contact, a document's
 * number or a tax number, or the name together with the birth date or the premise. Set by set; a
 * base of a million is gone through in some tens of seconds.
 */
export async function collectCandidates(ctx: Ctx): Promise<void> {
  await sql`create temporary table duplicate_candidates on commit drop as
    with roots as (
      select s.id, s.root_id, lower(s.display_name) as name, s.birth_on, s.tax_number
      from   subscribers s where s.erased_at is null),
    shared as (
      select array_agg(distinct r.root_id) as ids
      from   contacts c join roots r on r.id = c.subscriber_id
      where  c.removed_at is null and c.contact_person_id is null
      group  by c.kind, c.value having count(distinct r.root_id) between 2 and ${MOST_SHARING}
      union  all
      select array_agg(distinct r.root_id)
      from   documents d join roots r on r.id = d.subscriber_id
      where  d.removed_at is null and d.number <> ''
      group  by d.kind, d.number having count(distinct r.root_id) between 2 and ${MOST_SHARING}
      union  all
      select array_agg(distinct root_id) from roots
      where  tax_number <> ''
      group  by tax_number having count(distinct root_id) between 2 and ${MOST_SHARING}
      union  all
      select array_agg(distinct root_id) from roots
      where  birth_on is not null and name <> ''
      group  by name, birth_on having count(distinct root_id) between 2 and ${MOST_SHARING}
      union  all
      select array_agg(distinct r.root_id)
      from   service_addresses a join roots r on r.id = a.subscriber_id
      where  a.removed_at is null and a.premise_id is not null and r.name <> ''
      group  by a.premise_id, r.name having count(distinct r.root_id) between 2 and ${MOST_SHARING})
    select distinct least(a, b) as first_id, greatest(a, b) as second_id
    from   shared cross join unnest(ids) a cross join unnest(ids) b
    where  a < b`.execute(ctx.db);
  await sql`alter table duplicate_candidates add primary key (first_id, second_id)`.execute(ctx.db);
}

/** The next pairs after a pair, in order. */
export async function nextCandidates(
  ctx: Ctx,
  after: Candidate,
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select first_id, second_id from duplicate_candidates
    where  (first_id, second_id) > (${after.firstId}, ${after.secondId})
    order  by first_id, second_id limit ${limit}`.execute(ctx.db);
  return rows;
}
