import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { matchingRows } from '../../kernel/list/match-rows.ts';
import { must } from '../../kernel/result.ts';
import { subscriberList } from '../list-subscribers.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import type { KeptChange } from './find-bulk-change.ts';
import { tellEach, tellWhole } from './tell-change.ts';

const atOnce = 1_000;

/** A subscriber's columns before and after, as they stand in the table. */
export type Difference = {
  id: number;
  version: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/**
 * Changes the next thousand that are meant, in the order of their ids, with an event for each.
 * @returns whether it was the last
 */
export async function changeNext(ctx: Ctx, change: KeptChange): Promise<boolean> {
  const { id, target, fields, lastId } = change;
  if (!target) return true;
  const matching = must(await matchingRows(ctx, subscriberList, target, 'subscribers.edit'));
  const { rows } = await sql<{ id: number }>`
    select id from (${matching}) matching where id > ${lastId} order by id limit ${atOnce}`.execute(
    ctx.db,
  );
  const ids = rows.map((row) => row.id);
  const differences = await apply(ctx, change, ids);
  await keep(ctx, id, differences);
  await tellEach(ctx, id, differences);
  // What search shows goes by owner and team; nothing else of these is searched.
  const isOwned = fields.ownerStaffId !== undefined || fields.teamId !== undefined;
  if (isOwned)
    await indexSubscriber(
      ctx,
      differences.map((one) => one.id),
    );
  const isDone = ids.length < atOnce;
  await sql`
    update bulk_changes
    set    last_id     = ${ids.at(-1) ?? lastId},
           changed     = changed + ${differences.length},
           state       = ${isDone ? 'done' : 'running'},
           target      = case when ${isDone} then null else target end,
           finished_at = case when ${isDone} then ${ctx.clock.now()}::timestamptz end
    where  id = ${id}`.execute(ctx.db);
  if (isDone) await tellWhole(ctx, id, 'subscribers.changed_in_bulk');
  return isDone;
}

async function apply(
  ctx: Ctx,
  { fields }: KeptChange,
  ids: readonly number[],
): Promise<Difference[]> {
  const { attributes = {}, status, ownerStaffId, teamId } = fields;
  const columns = { status, owner_staff_id: ownerStaffId, team_id: teamId };
  // An attribute that is set to nothing is taken away.
  const { rows } = await sql<Difference>`
    with planned as (
      select s.id, to_jsonb(s) as old,
             ${JSON.stringify(columns)}::jsonb || jsonb_build_object('attributes',
               jsonb_strip_nulls(s.attributes || ${JSON.stringify(attributes)}::jsonb)) as new
      from   subscribers s
      where  s.id = any(${[...ids]}::bigint[]) and s.erased_at is null
      order  by s.id for update of s),
    differing as (
      select p.id, c.before, c.after
      from   planned p
      cross  join lateral (
        select jsonb_object_agg(key, p.old -> key) as before, jsonb_object_agg(key, value) as after
        from   jsonb_each(p.new) where p.old -> key is distinct from value) c
      where  c.before is not null)
    update subscribers s
    set    (status, owner_staff_id, team_id, attributes, version, updated_at) =
           (select status, owner_staff_id, team_id, attributes, s.version + 1,
                   ${ctx.clock.now()}::timestamptz
            from   jsonb_populate_record(s, d.after))
    from   differing d
    where  s.id = d.id
    returning s.id, s.version, d.before, d.after`.execute(ctx.db);
  return rows;
}

async function keep(ctx: Ctx, id: number, differences: readonly Difference[]): Promise<void> {
  await sql`
    insert into bulk_change_rows (bulk_change_id, subscriber_id, before, after)
    select ${id}, d.id, d.before, d.after
    from   jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
             as d (id bigint, before jsonb, after jsonb)`.execute(ctx.db);
}
