import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { areLabels, fillText } from '../../work/index.ts';
import type { MacroFields } from '../api/macros.ts';
import type { writtenKinds } from '../api/open.ts';
import { labelMany } from '../labels/label-many.ts';
import { addNote } from '../notes/add-note.ts';
import { checkFields } from '../record/check-fields.ts';
import { overlaid, type Stored } from '../record/values.ts';
import { writeChanges } from '../record/write-changes.ts';
import { fieldsNow } from './macro-rows.ts';

type Put = { fields: MacroFields; noteKind: (typeof writtenKinds)[number]; note: string };

/** How often the row was written, and how much was done in all. */
type Done = { writes: number; count: number };

/**
 * Sets the fields and labels of a locked ticket and writes the note, at once or not at all: what a
 * macro and a rule do alike.
 */
export async function putChanges(
  ctx: Ctx,
  before: Stored,
  { fields, noteKind, note }: Put,
  cause: Readonly<Record<string, number>> = {},
): Promise<Result<Done>> {
  const { addLabels: add = [], removeLabels: remove = [] } = fields;
  if (!(await areLabels(ctx, add))) return fail('work.label_not_found');
  const { id } = before;
  const text = await fillText(ctx, note, { entity: 'tickets', entityId: id });
  if (!text.ok) return text;
  const given = fieldsNow(ctx, fields);
  const after = overlaid(before, given);
  const refusal = await checkFields(ctx, given, after);
  if (refusal) return refusal;
  const { length: writes } = await writeChanges(ctx, [{ before, after }], cause);
  const labelled = await labelMany(ctx, [before], { add, remove }, cause);
  if (text.value === '') return ok({ writes, count: writes + labelled.size });
  const noted = await addNote(ctx, { id, kind: noteKind, text: text.value, mentions: [] });
  return noted.ok ? ok({ writes, count: writes + labelled.size + 1 }) : noted;
}
