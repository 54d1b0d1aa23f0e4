import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** More on one row than anybody reads. */
const MOST_ON_ONE = 20;

export type LabelChange = {
  add?: readonly number[] | undefined;
  remove?: readonly number[] | undefined;
};

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
  const known = await nameNew(ctx, add);
  if (known === null) return fail('work.label_not_found');
  // labelled_pkey
  const { rows: removed } = await sql<{ name: string }>`
    with gone as (
      delete from labelled ld using labels l
      where  ld.entity = ${on.entity} and ld.entity_id = ${on.id} and l.id = ld.label_id
      and    coalesce(l.merged_into_id, l.id) = any(${[...remove]}::bigint[])
      returning coalesce(l.merged_into_id, l.id) as id)
    select distinct r.name from gone join labels r on r.id = gone.id`.execute(ctx.db);
  const { rows: added } = await sql<{ name: string }>`
    with come as (
      insert into labelled (entity, entity_id, label_id, staff_id, created_at)
      select ${on.entity}, ${on.id}, id, ${staffIdOf(ctx.actor)}, ${ctx.clock.now()}
      from   unnest(${[...known]}::bigint[]) as given (id)
      on     conflict do nothing
      returning label_id)
    select l.name from come join labels l on l.id = come.label_id`.execute(ctx.db);
  const { rows } = await sql<{ count: number }>`
    select count(*) from labelled
    where  entity = ${on.entity} and entity_id = ${on.id}`.execute(ctx.db);
  if ((rows[0]?.count ?? 0) > MOST_ON_ONE) return fail('work.too_many_labels_on_one');
  return ok({ added: added.map(({ name }) => name), removed: removed.map(({ name }) => name) });
}

/** Labels that can be put on something, or null where one of them cannot. */
async function nameNew(ctx: Ctx, ids: readonly number[]): Promise<number[] | null> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const { rows } = await sql<{ id: number }>`
    select id from labels
    where  id = any(${wanted}::bigint[]) and archived_at is null
    and    merged_into_id is null`.execute(ctx.db);
  return rows.length === wanted.length ? rows.map(({ id }) => id) : null;
}
