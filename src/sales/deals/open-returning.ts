import { sql } from 'kysely';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { homeOf } from '../home-of.ts';
import { findFirstStage } from './enter-stage.ts';
import { openDealIn } from './create-deal.ts';

type Returning = { subscriberId: number; source: string; wanted: string };
type Known = {
  name: string;
  phone: string;
  address: string;
  buildingId: number | null;
  flat: string;
};

/**
 * Opens a deal with whoever was with us before, under the source that brought them back, or leads
 * to the one that is open: their record stays the one it was, with all its history.
 * @param source its name; made where the operator has none of that name
 */
export async function openReturning(
  ctx: Ctx,
  { subscriberId, source, wanted }: Returning,
): Promise<Result<{ id: number }>> {
  const { rows: held } = await sql`
    select from subscribers where id = ${subscriberId} for no key update`.execute(ctx.db);
  if (held.length === 0) return fail('subscribers.not_found');
  const standing = await openDealOf(ctx, subscriberId);
  if (standing) return ok(standing);
  const stage = await findFirstStage(ctx);
  if (!stage) return fail('sales.no_such_pipeline');
  const known = await knownOf(ctx, subscriberId);
  return openDealIn(ctx, stage, {
    ...known,
    subscriberId,
    wanted,
    sourceId: await sourceNamed(ctx, source),
    ownerStaffId: staffIdOf(ctx.actor),
    teamId: teamIdOf(ctx.actor),
  });
}

async function openDealOf(ctx: Ctx, rootId: number): Promise<{ id: number } | undefined> {
  // subscribers_root (root_id), deals_subscriber
  const { rows } = await sql<{ id: number }>`
    select d.id from subscribers m join deals d on d.subscriber_id = m.id
    where  m.root_id = ${rootId} and d.state = 'open' order by d.id desc limit 1`.execute(ctx.db);
  return rows[0];
}

async function knownOf(ctx: Ctx, rootId: number): Promise<Known> {
  // subscribers_root (root_id), contacts_subscriber
  const { rows } = await sql<Known>`
    select s.display_name as name, coalesce(c.value, '') as phone,
           case when h.building_id is null then coalesce(h.raw_text, '') else '' end as address,
           h.building_id, coalesce(h.flat, '') as flat
    from   subscribers s
    left   join lateral (
      select k.value from subscribers m join contacts k on k.subscriber_id = m.id
      where  m.root_id = s.id and k.kind = 'phone' and k.removed_at is null
      order  by k.is_primary desc, k.id limit 1) c on true
    left   join ${homeOf(sql`s.id`)} h on true
    where  s.id = ${rootId}`.execute(ctx.db);
  const [known] = rows;
  if (!known) throw new Error('whoever is locked is there');
  return known;
}

async function sourceNamed(ctx: Ctx, name: string): Promise<number> {
  // lead_sources_name_key
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into lead_sources (name, position, created_at)
      select ${name}, coalesce(max(position), 0) + 1, ${ctx.clock.now()}::timestamptz
      from   lead_sources
      on     conflict (name) do nothing returning id)
    select id from made union all select id from lead_sources where name = ${name} limit 1`.execute(
    ctx.db,
  );
  const [source] = rows;
  if (!source) throw new Error('a source of that name is there or was made');
  return source.id;
}
