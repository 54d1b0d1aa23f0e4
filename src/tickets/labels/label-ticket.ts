import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { type LabelChange, setLabels } from '../../work/index.ts';
import { lockTicket } from '../record/lock-tickets.ts';

/**
 * Puts labels on a ticket and takes others off. It changes nothing that somebody else is about to
 * do, so the version stays.
 */
export async function labelTicket(
  ctx: Ctx,
  { id, add, remove }: LabelChange & { id: number },
): Promise<Result<Done>> {
  const locked = await lockTicket(ctx, id);
  if (!locked.ok) return locked;
  const changed = await setLabels(ctx, { entity: 'tickets', id }, { add, remove });
  if (!changed.ok) return changed;
  const { added, removed } = changed.value;
  if (added.length + removed.length === 0) return ok({});
  await emit(ctx, {
    type: 'tickets.labelled',
    subject: { kind: 'ticket', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, added, removed },
  });
  return ok({});
}
