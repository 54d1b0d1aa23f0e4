import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import { findMacro } from './macro-rows.ts';
import { putChanges } from './put-changes.ts';

/**
 * Puts a macro on a ticket: what it sets and what it says, at once or not at all. The history tells
 * by which macro.
 */
export async function applyMacro(
  ctx: Ctx,
  { id, macroId, version }: { id: number; macroId: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockTicket(ctx, id, version);
  if (!locked.ok) return locked;
  const macro = await findMacro(ctx, macroId);
  if (!macro) return fail('tickets.no_such_macro');
  const written = await putChanges(ctx, locked.value, macro, { macroId });
  return written.ok ? ok({ id, version: version + written.value.writes }) : written;
}
