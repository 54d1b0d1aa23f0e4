import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

type Input = { id: number; version: number; reasonId: number; note: string };

/**
 * Says why they want to leave: a reason of the dictionary under its group, and words besides. Of a
 * closed case too, for many leave without having been asked.
 */
export async function giveReason(
  ctx: Ctx,
  { id, version, reasonId, note }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockCase(ctx, id, version);
  if (!locked.ok) return locked;
  // leaving_reasons_pkey
  const { rows } = await sql<{ reason: string; reasonGroup: string }>`
    select r.name as reason, g.name as reason_group
    from   leaving_reasons r join leaving_reasons g on g.id = r.parent_id
    where  r.id = ${reasonId} and r.archived_at is null`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('retention.no_such_reason', {}, { reasonId: 'retention.no_such_reason' });
  const told = { type: 'retention.reason_given', facts: { reasonId, ...found } } as const;
  const personal = note === '' ? {} : { personal: { note } };
  const next = await writeCase(ctx, locked.value, { reasonId, note }, { ...told, ...personal });
  return ok({ id, version: next });
}
