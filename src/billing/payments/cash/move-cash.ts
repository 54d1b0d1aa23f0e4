import type { Ctx } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { openDay, postEntry } from '../../../ledger/index.ts';
import { today } from '../../../subscribers/index.ts';
import { lockShift } from './lock-shift.ts';
import { type Done, findDone, noteOperation, refuseAboveCash } from './note-operation.ts';

type Input = { key: string; kind: 'in' | 'out'; amountMinor: number; reason: string };

/**
 * Brings cash into the desk, as small change, or carries it away, as to the bank. On its way it is
 * nobody's but the operator's.
 */
export async function moveCash(
  ctx: Ctx,
  { key, kind, amountMinor, reason }: Input,
): Promise<Result<Done>> {
  const locked = await lockShift(ctx);
  if (!locked.ok) return locked;
  const shift = locked.value;
  const before = await findDone(ctx, shift, { kind, key, amountMinor });
  if (!before.ok) return before;
  if (before.value) return ok(before.value);
  const refusal = kind === 'out' ? await refuseAboveCash(ctx, shift, amountMinor) : null;
  if (refusal) return refusal;
  const done = await noteOperation(ctx, shift, { kind, key, amountMinor, words: reason });
  const intoDesk = kind === 'in' ? amountMinor : -amountMinor;
  const posted = await postEntry(ctx, {
    kind: 'cash_moved',
    key: `cash operation ${done.id}`,
    occurredOn: await openDay(ctx, today(ctx)),
    currency: shift.source.currency,
    lines: [
      { side: { own: 'cash_in_transit' }, amountMinor: intoDesk },
      { side: { own: 'cash' }, amountMinor: -intoDesk },
    ],
    facts: { shiftId: shift.id },
  });
  if (!posted.ok) return posted;
  await emit(ctx, {
    type: 'billing.cash_moved',
    subject: { kind: 'cash_shift', id: shift.id },
    facts: { kind, amountMinor, currency: shift.source.currency, reason },
  });
  return ok(done);
}
