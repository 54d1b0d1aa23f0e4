import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Difference } from '../../work/index.ts';
import type { BulkFields } from '../api/bulk.ts';

/** A subscriber's columns before and after, as they stand in the table. */
export type VersionedDifference = Difference & { version: number };

/** Sets the fields of these subscribers. @returns those in which something changed */
export async function applyToMany(
  ctx: Ctx,
  fields: BulkFields,
  ids: readonly number[],
): Promise<VersionedDifference[]> {
  const { attributes = {}, status, ownerStaffId, teamId } = fields;
  const columns = { status, owner_staff_id: ownerStaffId, team_id: teamId };
  // An attribute that is set to nothing is taken away.
  const { rows } = await sql<VersionedDifference>`
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

/** Puts those back that are still as the change has left them. */
export async function restoreMany(
  ctx: Ctx,
  changed: readonly Difference[],
): Promise<VersionedDifference[]> {
  const { rows } = await sql<VersionedDifference>`
    with locked as (
      select s.id, r.before, r.after
      from   jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
               as r (id bigint, before jsonb, after jsonb)
      join   subscribers s on s.id = r.id
      where  s.erased_at is null
      and    not exists (
        select from jsonb_each(r.after) where to_jsonb(s) -> key is distinct from value)
      order  by s.id for update of s)
    update subscribers s
    set    (status, owner_staff_id, team_id, attributes, version, updated_at) =
           (select status, owner_staff_id, team_id, attributes, s.version + 1,
                   ${ctx.clock.now()}::timestamptz
            from   jsonb_populate_record(s, l.before))
    from   locked l
    where  s.id = l.id
    returning s.id, s.version, l.after as before, l.before as after`.execute(ctx.db);
  return rows;
}
