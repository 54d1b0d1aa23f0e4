import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { MacroFields } from '../api/macros.ts';
import type { noteKinds } from '../api/open.ts';
import { addNote } from '../notes/add-note.ts';
import { checkFields } from '../record/check-fields.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import { overlaid } from '../record/values.ts';
import { writeChanges } from '../record/write-changes.ts';
import { fieldsNow } from './macro-rows.ts';

type Kept = { fields: unknown; noteKind: (typeof noteKinds)[number]; note: string };

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
  // ticket_macros_pkey
  const { rows } = await sql<Kept>`
    select fields, note_kind, note from ticket_macros
    where  id = ${macroId} and archived_at is null`.execute(ctx.db);
  const [macro] = rows;
  if (!macro) return fail('tickets.no_such_macro');
  const given = fieldsNow(ctx, MacroFields.parse(macro.fields));
  const before = locked.value;
  const after = overlaid(before, given);
  const refusal = await checkFields(ctx, given, after);
  if (refusal) return refusal;
  const written = await writeChanges(ctx, [{ before, after }], { macroId });
  if (macro.note !== '') {
    const noted = await addNote(ctx, { id, kind: macro.noteKind, text: macro.note });
    if (!noted.ok) return noted;
  }
  return ok({ id, version: version + written.length });
}
