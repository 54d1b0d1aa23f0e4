import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** More on one row than anybody reads. */
const MOST_ON_ONE = 20;

export type LabelChange = {
  add?: readonly number[] | undefined;
  remove?: readonly number[] | undefined;
};

type Put = { entityId: number; id: number; name: string; isAdded: boolean };

/** What changed on one row. */
export type LabelsChanged = { added: Named[]; removed: Named[] };
type Named = { id: number; name: string };

/**
 * Puts labels on a row that the caller has locked, and takes others off it. Taking off one that
 * others were merged into takes those off too.
 * @returns the names of what changed, for the caller's own event; a repeat changes nothing
 */
export async function setLabels(
  ctx: Ctx,
  on: { entity: string; id: number },
  { add = [], remove = [] }: LabelChange,
): Promise<Result<{ added: string[]; removed: string[] }>> {
  if (!(await areLabels(ctx, add))) return fail('work.label_not_found');
  const changed = (await putLabels(ctx, on.entity, [on.id], { add, remove })).get(on.id);
  // labelled_pkey
  const { rows } = await sql<{ count: number }>`
    select count(*) from labelled
    where  entity = ${on.entity} and entity_id = ${on.id}`.execute(ctx.db);
  if ((rows[0]?.count ?? 0) > MOST_ON_ONE) return fail('work.too_many_labels_on_one');
  const names = (labels: readonly Named[] = []): string[] => labels.map(({ name }) => name);
  return ok({ added: names(changed?.added), removed: names(changed?.removed) });
}

/**
 * The same on many rows. One that bears as many as can be read gets no more, and may lose some.
 * @returns of each row on which something changed, what
 */
export async function setLabelsOfMany(
  ctx: Ctx,
  entity: string,
  ids: readonly number[],
  change: LabelChange,
): Promise<ReadonlyMap<number, LabelsChanged>> {
  const { add = [], remove = [] } = change;
  const removed = await putLabels(ctx, entity, ids, { remove });
  // labelled_pkey
  const { rows } = await sql<{ id: number }>`
    select given.id from unnest(${[...ids]}::bigint[]) as given (id)
    where  ${add.length} + (select count(*) from labelled
                            where entity = ${entity} and entity_id = given.id) > ${MOST_ON_ONE}
    `.execute(ctx.db);
  const full = new Set(rows.map(({ id }) => id));
  const free = ids.filter((id) => !full.has(id));
  const added = await putLabels(ctx, entity, free, { add });
  return new Map(
    [...new Set([...removed.keys(), ...added.keys()])].map((id) => [
      id,
      { added: added.get(id)?.added ?? [], removed: removed.get(id)?.removed ?? [] },
    ]),
  );
}

async function putLabels(
  ctx: Ctx,
  entity: string,
  ids: readonly number[],
  { add = [], remove = [] }: LabelChange,
): Promise<ReadonlyMap<number, LabelsChanged>> {
  // labelled_pkey
  const { rows: removed } = await sql<Put>`
    with gone as (
      delete from labelled ld using labels l
      where  ld.entity = ${entity} and ld.entity_id = any(${[...ids]}::bigint[])
      and    l.id = ld.label_id
      and    coalesce(l.merged_into_id, l.id) = any(${[...remove]}::bigint[])
      returning ld.entity_id, coalesce(l.merged_into_id, l.id) as id)
    select distinct gone.entity_id, r.id, r.name, false as is_added
    from   gone join labels r on r.id = gone.id`.execute(ctx.db);
  const { rows: added } = await sql<Put>`
    with come as (
      insert into labelled (entity, entity_id, label_id, staff_id, created_at)
      select ${entity}, row.id, given.id, ${staffIdOf(ctx.actor)}, ${ctx.clock.now()}
      from   unnest(${[...ids]}::bigint[]) as row (id)
      cross  join (select distinct unnest(${[...add]}::bigint[]) as id) given
      on     conflict do nothing
      returning entity_id, label_id)
    select come.entity_id, l.id, l.name, true as is_added
    from   come join labels l on l.id = come.label_id`.execute(ctx.db);
  const changed = new Map<number, LabelsChanged>();
  for (const { entityId, id, name, isAdded } of [...removed, ...added]) {
    const one = changed.get(entityId) ?? { added: [], removed: [] };
    (isAdded ? one.added : one.removed).push({ id, name });
    changed.set(entityId, one);
  }
  return changed;
}

/** Whether all of these can be put on something. */
export async function areLabels(ctx: Ctx, ids: readonly number[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const wanted = [...new Set(ids)];
  const { rows } = await sql<{ id: number }>`
    select id from labels
    where  id = any(${wanted}::bigint[]) and archived_at is null
    and    merged_into_id is null`.execute(ctx.db);
  return rows.length === wanted.length;
}
