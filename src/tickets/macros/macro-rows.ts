import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { areLabels, unknownVariable } from '../../work/index.ts';
import { MacroFields, type macrosApi } from '../api/macros.ts';
import type { TicketFields } from '../api/shapes.ts';
import { checkFields } from '../record/check-fields.ts';
import { blank, overlaid } from '../record/values.ts';

type Listed = z.input<(typeof macrosApi)['GET /api/ticket-macros']['output']>['macros'];

const HOUR_MS = 3_600_000;

/** By name; those no longer used stand last. There are dozens at most. */
export async function listMacros(ctx: Ctx): Promise<Listed> {
  const { rows } = await sql<Listed[number]>`
    select id, name, fields, note_kind, note, archived_at is not null as is_archived
    from   ticket_macros
    order  by archived_at is not null, name`.execute(ctx.db);
  return rows;
}

type Kept = { fields: unknown; noteKind: Listed[number]['noteKind']; note: string };

/** A macro that is in use. */
export async function findMacro(ctx: Ctx, id: number) {
  // ticket_macros_pkey
  const { rows } = await sql<Kept>`
    select fields, note_kind, note from ticket_macros
    where  id = ${id} and archived_at is null`.execute(ctx.db);
  const [row] = rows;
  return row ? { ...row, fields: MacroFields.parse(row.fields) } : null;
}

/** What a macro sets if it is put on a ticket now. */
export function fieldsNow(ctx: Ctx, { takes, waitHours, ...macro }: MacroFields): TicketFields {
  const { state, priority, categoryId, ownerStaffId, teamId, attributes } = macro;
  const fields = { state, priority, categoryId, ownerStaffId, teamId, attributes };
  const until = ctx.clock.now().getTime() + (waitHours ?? 0) * HOUR_MS;
  const waits = fields.state === 'waiting' && waitHours !== undefined;
  return {
    ...fields,
    ...(takes ? { ownerStaffId: staffIdOf(ctx.actor) } : {}),
    ...(waits ? { waitsUntil: new Date(until).toISOString() } : {}),
  };
}

/** What is wrong with a macro as it is to be, if anything. */
export async function refuseMacro(
  ctx: Ctx,
  { name, fields, note }: { name: string; fields: MacroFields; note: string },
  own: number | null,
): Promise<Fail | null> {
  if (!doesSomething(fields) && note === '') return fail('tickets.macro_empty');
  const { rows } = await sql`
    select from ticket_macros where name = ${name} and id is distinct from ${own}`.execute(ctx.db);
  if (rows.length > 0) return fail('tickets.macro_taken', {}, { name: 'tickets.macro_taken' });
  return refuseActions(ctx, fields, note);
}

/** Whether it sets any field or label. */
export const doesSomething = (fields: MacroFields): boolean =>
  Object.values(fields).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false,
  );

/** What is wrong with what a macro or a rule is to do, if anything. */
export async function refuseActions(
  ctx: Ctx,
  fields: MacroFields,
  note: string,
): Promise<Fail | null> {
  if (!(await areLabels(ctx, fields.addLabels ?? []))) return fail('work.label_not_found');
  const unknown = unknownVariable(note);
  if (unknown !== undefined) {
    const code = 'work.unknown_variable';
    return fail(code, { name: unknown }, { note: code });
  }
  const given = fieldsNow(ctx, fields);
  return checkFields(ctx, given, overlaid(blank, given));
}
