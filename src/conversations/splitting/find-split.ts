import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { rootOf } from '../record/cluster.ts';

export type Split = {
  id: number;
  fromId: number;
  intoId: number;
  isTouched: boolean;
  fromRootId: number;
};

/** A split of which an id is one side or the other, while it stands. Locked. */
export async function findSplit(
  ctx: Ctx,
  { id, splitId }: { id: number; splitId: number },
): Promise<Split | undefined> {
  // conversation_splits_pkey, conversations_pkey
  const { rows } = await sql<Split>`
    select s.id, s.from_id, s.into_id, s.is_touched, coalesce(f.root_id, f.id) as from_root_id
    from   conversation_splits s
    join   conversations f on f.id = s.from_id
    join   conversations n on n.id = s.into_id
    where  s.id = ${splitId} and s.undone_at is null
    and    ${rootOf(id)} in (coalesce(f.root_id, f.id), coalesce(n.root_id, n.id))
    for    update of s`.execute(ctx.db);
  return rows[0];
}
