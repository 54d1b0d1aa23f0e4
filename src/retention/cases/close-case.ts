import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findExit } from '../exits/find-exit.ts';
import { hasNumberGone } from '../exits/let-go.ts';
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
 * Says what became of a wish to leave. Who stays was spoken with, and has said why. Leaving goes by
 * an exit, but of a number that was let go alone; another operator is answered first.
 */
export async function closeCase(
  ctx: Ctx,
  { id, version, outcome, note }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (outcome === 'stays' && row.reasonId === null) return fail('retention.reason_first');
  // Nobody says that they stay who was not spoken with.
  if (outcome === 'stays' && row.spokenAt === null) return fail('retention.not_spoken');
  if (await findExit(ctx, id)) return fail('retention.exit_stands');
  if (row.noticeDueAt) return fail('retention.notice_undecided');
  const hasGone = await hasNumberGone(ctx, id);
  if (outcome === 'stays' && hasGone) return fail('retention.number_gone');
  if (outcome === 'left_part' && !hasGone) return fail('retention.by_exit');
  const set = {
    state: 'closed' as const,
    outcome,
    closedAt: ctx.clock.now(),
    closedBy: staffIdOf(ctx.actor),
    callAt: null,
    ...(note === '' ? {} : { note }),
  };
  const told = { type: 'retention.case_closed', facts: { outcome } } as const;
  const personal = note === '' ? {} : { personal: { note } };
  return ok({ id, version: await writeCase(ctx, row, set, { ...told, ...personal }) });
}
