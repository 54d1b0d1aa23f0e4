import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findExit } from '../exits/find-exit.ts';
import { lockOpenCase } from './lock-case.ts';
import type { closingOutcomes } from './states.ts';
import { writeCase } from './write-case.ts';

type Input = {
  id: number;
  version: number;
  outcome: (typeof closingOutcomes)[number];
  note: string;
};

/**
 * Says what became of a wish to leave. A reason stands first, but where it was no wish or nobody
 * could be reached. Leaving goes by an exit; another operator is answered first.
 */
export async function closeCase(
  ctx: Ctx,
  { id, version, outcome, note }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (outcome === 'stays' && row.reasonId === null) return fail('retention.reason_first');
  if (await findExit(ctx, id)) return fail('retention.exit_stands');
  if (row.noticeDueAt) return fail('retention.notice_undecided');
  const now = ctx.clock.now();
  const set = {
    state: 'closed' as const,
    outcome,
    closedAt: now,
    closedBy: staffIdOf(ctx.actor),
    callAt: null,
    ...(note === '' ? {} : { note }),
    // Who says that they stay was spoken with.
    ...(outcome === 'stays' ? { spokenAt: row.spokenAt ?? now } : {}),
  };
  const told = { type: 'retention.case_closed', facts: { outcome } } as const;
  const personal = note === '' ? {} : { personal: { note } };
  return ok({ id, version: await writeCase(ctx, row, set, { ...told, ...personal }) });
}
