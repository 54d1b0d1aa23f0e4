import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { reaches } from '../reach.ts';

/** So many levels a group may have, its head counted. */
export const MOST_LEVELS = 6;

export type Placed = { id: number; parentId: number | null; depth: number; sinceOn: string | null };

/**
 * The relation `link` (child_id, parent_id, since_on) of a WITH: who belongs to whom in a part of a
 * period, merged ones as whom they were merged into.
 */
const links = (from: string, to: string | null) => sql`
  link as (
    select c.root_id as child_id, p.root_id as parent_id, max(b.from_on) as since_on
    from   vip_branches b
    join   subscribers c on c.id = b.child_id
    join   subscribers p on p.id = b.parent_id
    where  c.root_id <> p.root_id
    and    daterange(b.from_on, b.to_on, '[]') && daterange(${from}::date, ${to}::date, '[]')
    group  by c.root_id, p.root_id)`;

/** The relation `above` (id, depth): an organisation and those it belongs to, step by step. */
const above = (id: number) => sql`
  above as (
    select s.root_id as id, 0 as depth from subscribers s where s.id = ${id}
    union
    select l.parent_id, a.depth + 1 from above a join link l on l.child_id = a.id
    where  a.depth <= ${MOST_LEVELS})`;

/**
 * The group of an organisation on a day, the head first and each below whom it belongs to. Merged
 * records cannot make it endless: nobody stands in it twice.
 */
async function groupOf(ctx: Ctx, id: number, day: string): Promise<Placed[]> {
  // vip_branches_child (child_id), vip_branches_parent (parent_id), subscribers_pkey
  const { rows } = await sql<Placed & { path: number[] }>`
    with recursive ${links(day, day)}, ${above(id)},
    head as (select id from above order by depth desc, id limit 1),
    below as (
      select h.id, null::bigint as parent_id, 0 as depth, null::date as since_on,
             array[h.id] as path
      from   head h
      union  all
      select l.child_id, w.id, w.depth + 1, l.since_on, w.path || l.child_id
      from   below w join link l on l.parent_id = w.id
      where  w.depth < ${MOST_LEVELS} and l.child_id <> all(w.path))
    select distinct on (id) id, parent_id, depth, since_on, path
    from   below order by id, depth`.execute(ctx.db);
  return inTreeOrder(rows);
}

/** Children follow their parent. */
function inTreeOrder(rows: readonly (Placed & { path: number[] })[]): Placed[] {
  const children = Map.groupBy(rows, ({ parentId }) => parentId);
  const ordered: Placed[] = [];
  const place = (parentId: number | null): void => {
    for (const { path: _, ...one } of children.get(parentId) ?? []) {
      ordered.push(one);
      place(one.id);
    }
  };
  place(null);
  return ordered;
}

/** By what one who changes a structure keeps others from changing one beside them. */
export const lockStructure = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(
    hashtextextended(${`${ctx.operator.schema} vip.groups`}, 0))`.execute(ctx.db);

/** How many levels there are above one and below another, and whether the two would go round. */
export async function measure(
  ctx: Ctx,
  { childId, parentId, fromOn }: { childId: number; parentId: number; fromOn: string },
): Promise<{ isLoop: boolean; levels: number }> {
  // vip_branches_child (child_id), vip_branches_parent (parent_id)
  const { rows } = await sql<{ isLoop: boolean; levels: number }>`
    with recursive ${links(fromOn, null)}, ${above(parentId)},
    below as (
      select ${childId}::bigint as id, 0 as depth
      union
      select l.child_id, w.depth + 1 from below w join link l on l.parent_id = w.id
      where  w.depth <= ${MOST_LEVELS})
    select exists (select from above where id = ${childId}) as is_loop,
           (select max(depth) + 1 from above) + (select max(depth) + 1 from below) as levels`.execute(
    ctx.db,
  );
  return rows[0] ?? { isLoop: true, levels: 0 };
}

/**
 * The group of an organisation for whoever reaches a client of it; of any other there is nothing to
 * tell.
 */
export async function findGroup(
  ctx: Ctx,
  id: number,
  day = today(ctx),
): Promise<Result<readonly [head: Placed, ...branches: Placed[]]>> {
  const [head, ...branches] = await groupOf(ctx, id, day);
  if (!head) return fail('vip.no_such_group');
  const ids = [head, ...branches].map((one) => one.id);
  // vip_clients_pkey
  const { rows } = await sql`
    select from vip_clients v
    where  v.id = any(${ids}::bigint[]) and ${reaches(ctx, 'vip.work')} limit 1`.execute(ctx.db);
  return rows.length > 0 ? ok([head, ...branches]) : fail('vip.no_such_group');
}
