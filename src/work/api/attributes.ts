import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Entity } from './shapes.ts';

const Choices = z.array(Line).max(500);

const Attribute = z.object({
  id: Id,
  /** Stays for ever: values are kept under it. */
  key: z.string(),
  label: z.string(),
  type: z.enum(['text', 'number', 'date', 'boolean', 'choice']),
  choices: z.array(z.string()),
  /** Whether lists can be sorted and grouped by it at any size. */
  isFast: z.boolean(),
  /** `building` while the index of a fast attribute is being made. */
  indexState: z.enum(['none', 'building', 'ready']),
  isArchived: z.boolean(),
});

export const attributesApi = defineApi({
  'GET /api/attributes': {
    summary: 'What an operator keeps beyond the fields that everybody has',
    permission: 'signed-in',
    input: z.object({ entity: Entity }),
    output: z.object({ attributes: z.array(Attribute) }),
  },
  'POST /api/attributes': {
    summary: 'Define an attribute',
    permission: 'work.attributes',
    input: z.object({
      entity: Entity,
      label: Line,
      type: Attribute.shape.type,
      choices: Choices.default([]),
      isFast: z.boolean().default(false),
    }),
    output: z.object({ id: Id, key: z.string() }),
    errors: [
      'work.unknown_entity',
      'work.attribute_label_taken',
      'work.choices_needed',
      'work.too_many_attributes',
      'work.too_many_fast_attributes',
    ],
    status: 201,
  },
  'PUT /api/attributes/{id}': {
    summary: 'Change an attribute’s label or choices, make it fast, archive it or bring it back',
    permission: 'work.attributes',
    input: z.object({
      id: Id,
      label: Line.optional(),
      choices: Choices.optional(),
      isFast: z.boolean().optional(),
      isArchived: z.boolean().optional(),
    }),
    output: Nothing,
    errors: [
      'work.attribute_not_found',
      'work.attribute_label_taken',
      'work.choices_needed',
      'work.too_many_fast_attributes',
    ],
  },
  'POST /api/attributes/order': {
    summary: 'Put attributes into the order in which cards and forms show them',
    permission: 'work.attributes',
    input: z.object({ entity: Entity, ids: z.array(Id).min(1).max(500) }),
    output: Nothing,
  },
});
