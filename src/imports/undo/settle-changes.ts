import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** What stands of a change of an import: it is taken back, or kept as others use it. */
type ChangeState = 'done' | 'undone' | 'kept';

/** Notes what an undo made of changes: those kept, and all the others that it took back. */
export async function settleChanges(
  ctx: Pick<Ctx, 'db'>,
  changeIds: readonly number[],
  kept: ReadonlySet<number>,
): Promise<void> {
  const settle = (state: Exclude<ChangeState, 'done'>, ids: number[]) =>
    // import_changes_pkey
    sql`update import_changes set state = ${state} where id = any(${ids}::bigint[])`.execute(
      ctx.db,
    );
  await settle(
    'kept',
    changeIds.filter((id) => kept.has(id)),
  );
  await settle(
    'undone',
    changeIds.filter((id) => !kept.has(id)),
  );
}
