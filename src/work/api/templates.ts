import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { Entity } from './shapes.ts';

const given = {
  name: z.string().trim().min(1).max(80),
  /** With variables as `{{name}}`, filled when it is chosen. */
  text: z.string().trim().min(1).max(4000),
  language: z.enum(['ru', 'en']),
  isShared: z.boolean().default(false),
};

const Template = z.object({
  id: Id,
  name: z.string(),
  text: z.string(),
  language: z.enum(['ru', 'en']),
  isShared: z.boolean(),
  /** Whether the asker may change or delete it. */
  isOwn: z.boolean(),
});

export const templatesApi = defineApi({
  'GET /api/templates': {
    summary: 'Texts to answer with: mine and those shared with everybody',
    permission: 'me',
    input: Nothing,
    output: z.object({
      templates: z.array(Template),
      /** Names that can stand in a text as `{{name}}`. */
      variables: z.array(z.string()),
      /** Those of them that tell of the subscriber. */
      personal: z.array(z.string()),
    }),
  },
  'POST /api/templates': {
    summary: 'Keep a text to answer with',
    permission: 'me',
    input: z.object(given),
    output: z.object({ id: Id }),
    errors: ['work.template_not_shareable', 'work.too_many_templates', 'work.unknown_variable'],
    status: 201,
  },
  'PUT /api/templates/{id}': {
    summary: 'Change a text to answer with, and whether others see it',
    permission: 'me',
    input: z.object({ id: Id, ...given }),
    output: Nothing,
    errors: ['work.template_not_found', 'work.template_not_shareable', 'work.unknown_variable'],
  },
  'DELETE /api/templates/{id}': {
    summary: 'Delete a text to answer with',
    permission: 'me',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['work.template_not_found'],
  },
  'GET /api/template-values': {
    summary: 'What the variables of templates stand for at a conversation or ticket',
    permission: 'me',
    input: z.object({ entity: Entity, entityId: Id }),
    output: z.object({
      /** Null where nothing is known. */
      values: z.record(z.string(), z.string().nullable()),
    }),
    errors: ['work.record_not_found'],
  },
});
