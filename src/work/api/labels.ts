import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';

/** Of a dot beside the name, so that a red label is not taken for a broken norm. */
export const labelColors = [
  'gray',
  'teal',
  'blue',
  'green',
  'amber',
  'red',
  'violet',
  'rose',
] as const;

const Name = z.string().trim().min(1).max(40);
const Color = z.enum(labelColors);

/** A label as whatever bears it shows it. */
export const Label = z.object({ id: Id, name: z.string(), color: Color });

/** Labels to put on something, and to take off. */
export const labelChange = {
  add: z.array(Id).max(20).default([]),
  remove: z.array(Id).max(20).default([]),
};

export const labelsApi = defineApi({
  'GET /api/labels': {
    summary: 'Labels that can be put on conversations and tickets',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({
      labels: z.array(
        Label.extend({
          isArchived: z.boolean(),
          /** The label under which those that bear this one are shown. */
          mergedInto: z.object({ id: Id, name: z.string() }).nullable(),
        }),
      ),
    }),
  },
  'POST /api/labels': {
    summary: 'Make a label',
    permission: 'work.labels',
    input: z.object({ name: Name, color: Color.default('gray') }),
    output: z.object({ id: Id }),
    errors: ['work.label_name_taken', 'work.too_many_labels'],
    status: 201,
  },
  'PUT /api/labels/{id}': {
    summary: 'Rename or recolour a label, archive it or bring it back',
    permission: 'work.labels',
    input: z.object({
      id: Id,
      name: Name.optional(),
      color: Color.optional(),
      isArchived: z.boolean().optional(),
    }),
    output: Nothing,
    errors: ['work.label_not_found', 'work.label_name_taken'],
  },
  'POST /api/labels/{id}/merge': {
    summary: 'Let a label be one with another: what bears it is shown and found under that one',
    permission: 'work.labels',
    input: z.object({ id: Id, intoId: Id }),
    output: Nothing,
    errors: ['work.label_not_found', 'work.label_cannot_merge'],
  },
  'POST /api/labels/{id}/unmerge': {
    summary: 'Make a merged label one of its own again, with all that bore it',
    permission: 'work.labels',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['work.label_not_found', 'work.label_name_taken'],
  },
});
