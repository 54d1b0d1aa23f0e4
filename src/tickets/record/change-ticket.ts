import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { TicketFields } from '../api/shapes.ts';
import { checkFields } from './check-fields.ts';
import { lockTicket } from './lock-tickets.ts';
import { overlaid } from './values.ts';
import { writeChanges } from './write-changes.ts';

type Input = TicketFields & { id: number; version: number };

/** Changes the fields given. Whoever would write over somebody else's change is told so. */
export async function changeTicket(
  ctx: Ctx,
  { id, version, ...given }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockTicket(ctx, id, version);
  if (!locked.ok) return locked;
  const before = locked.value;
  const after = overlaid(before, given);
  // With another subscriber, the former's account and address are nobody's business.
  if (given.subscriberId !== undefined && given.subscriberId !== before.subscriberId) {
    after.accountId = given.accountId ?? null;
    after.serviceAddressId = given.serviceAddressId ?? null;
  }
  const refusal = await checkFields(ctx, given, after);
  if (refusal) return refusal;
  const written = await writeChanges(ctx, [{ before, after }]);
  return ok({ id, version: version + written.length });
}
