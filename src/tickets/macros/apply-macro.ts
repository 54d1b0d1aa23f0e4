import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { areLabels, fillText } from '../../work/index.ts';
import { labelMany } from '../labels/label-many.ts';
import { addNote } from '../notes/add-note.ts';
import { checkFields } from '../record/check-fields.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import { overlaid } from '../record/values.ts';
import { writeChanges } from '../record/write-changes.ts';
import { fieldsNow, findMacro } from './macro-rows.ts';

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
  const { addLabels: add = [], removeLabels: remove = [] } = macro.fields;
  if (!(await areLabels(ctx, add))) return fail('work.label_not_found');
  const text = await fillText(ctx, macro.note, { entity: 'tickets', entityId: id });
  if (!text.ok) return text;
  const given = fieldsNow(ctx, macro.fields);
  const before = locked.value;
  const after = overlaid(before, given);
  const refusal = await checkFields(ctx, given, after);
  if (refusal) return refusal;
  const written = await writeChanges(ctx, [{ before, after }], { macroId });
  await labelMany(ctx, [before], { add, remove }, { macroId });
  if (text.value !== '') {
    const noted = await addNote(ctx, { id, kind: macro.noteKind, text: text.value, mentions: [] });
    if (!noted.ok) return noted;
  }
  return ok({ id, version: version + written.length });
}
