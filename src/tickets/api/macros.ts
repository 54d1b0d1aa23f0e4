import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { setLabels } from './bulk.ts';
import { writtenKinds } from './open.ts';
import { Changed, TicketFields, Version, Words } from './shapes.ts';

/** What a macro sets; what is not given stays as it is. */
export const MacroFields = TicketFields.pick({
  state: true,
  priority: true,
  categoryId: true,
  ownerStaffId: true,
  teamId: true,
  attributes: true,
}).extend({
  ...setLabels,
  /** It becomes whoever's puts the macro on it. */
  takes: z.boolean().optional(),
  /** Of state `waiting`: for how many hours from then on. */
  waitHours: z.int().min(1).max(8760).optional(),
});
export type MacroFields = z.output<typeof MacroFields>;

const body = {
  name: Line,
  fields: MacroFields,
  noteKind: z.enum(writtenKinds),
  /** Written on the ticket too, or to the subscriber, its `{{variables}}` filled. */
  note: Words,
};

const Macro = z.object({ id: Id, ...body, isArchived: z.boolean() });

const refused = [
  'tickets.macro_taken',
  'tickets.macro_empty',
  'tickets.no_such_category',
  'tickets.no_such_team',
  'tickets.cannot_work',
  'tickets.date_needed',
  'work.value_misfit',
  'work.attribute_undefined',
  'work.label_not_found',
  'work.unknown_variable',
] as const;

export const macrosApi = defineApi({
  'GET /api/ticket-macros': {
    summary: 'Named sets of changes, by name; those no longer used stand last',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ macros: z.array(Macro) }),
  },
  'POST /api/ticket-macros': {
    summary: 'Make a macro',
    permission: 'tickets.settings',
    input: z.object(body),
    output: z.object({ id: Id }),
    errors: refused,
    status: 201,
  },
  'PUT /api/ticket-macros/{id}': {
    summary: 'Change a macro, put it out of use or bring it back',
    permission: 'tickets.settings',
    input: z.object({ id: Id, ...body, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['tickets.no_such_macro', ...refused],
  },
  'POST /api/tickets/{id}/macros/{macroId}': {
    summary: 'Put a macro on a ticket: its changes and its note at once',
    permission: 'tickets.work',
    input: z.object({ id: Id, macroId: Id, version: Version }),
    output: Changed,
    errors: [
      'tickets.not_found',
      'tickets.merged',
      'tickets.changed_meanwhile',
      'tickets.no_such_macro',
      'work.variable_unfilled',
      'tickets.cannot_reply',
      'conversations.answers_elsewhere',
      'conversations.too_long',
      ...refused,
    ],
  },
});
