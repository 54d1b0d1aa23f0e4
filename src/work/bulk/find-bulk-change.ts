import { sql } from 'kysely';
import { type Actor, type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { BulkChange } from '../api/bulk.ts';
import type { BulkHolder, Fields } from './bulk-holder.ts';

/** A change of many as it is kept. */
export type KeptChange = BulkChange & {
  entity: string;
  actor: Actor;
  fields: Fields;
  /** The last row that was put back. */
  lastId: number;
};

/** The change, locked for whoever goes on with it. */
export async function lockBulkChange(ctx: Ctx, id: number): Promise<KeptChange> {
  const change = await read(ctx, id, true);
  if (!change) throw new Error(`there is no bulk change ${id}`);
  return change;
}

/** One's own change of this list, or anybody's for the system; others learn nothing of it. */
export async function findBulkChange(
  ctx: Ctx,
  { list }: BulkHolder,
  id: number,
  options: { isLocked?: boolean } = {},
): Promise<Result<KeptChange>> {
  const change = await read(ctx, id, options.isLocked ?? false);
  const isMine = change && staffIdOf(change.actor) === staffIdOf(ctx.actor);
  return isMine && change.entity === list.entity ? ok(change) : fail('work.no_such_bulk_change');
}

async function read(ctx: Ctx, id: number, isLocked: boolean): Promise<KeptChange | undefined> {
  // bulk_changes_pkey
  const { rows } = await sql<KeptChange>`
    select id, entity, actor, fields, state, last_id, changed, kept
    from   bulk_changes where id = ${id}
    ${isLocked ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** What the asker is told. */
export const shown = ({ id, state, changed, kept }: KeptChange): BulkChange => ({
  id,
  state,
  changed,
  kept,
});
