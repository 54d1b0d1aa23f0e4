import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { channels, languages, topics } from './words.ts';

/** What must hold of a conversation, all of it, for the skill to be asked for. */
const Conditions = z.object({
  channel: z.enum(channels).nullable().default(null),
  /** What was chosen on the site's form. */
  topic: z.enum(topics).nullable().default(null),
  labelId: Id.nullable().default(null),
  /** In what letters the first message is written. */
  language: z.enum(languages).nullable().default(null),
  /** Any of these words, with commas between, in the subject or the first message. */
  words: z.string().trim().max(300).nullable().default(null),
});

export const skillRulesApi = defineApi({
  'GET /api/skill-rules': {
    summary: 'Which conversations ask for which skill',
    permission: 'conversations.view',
    input: Nothing,
    output: z.object({
      rules: z.array(
        Conditions.extend({
          id: Id,
          skill: z.object({ id: Id, name: z.string(), isArchived: z.boolean() }),
          labelName: z.string().nullable(),
          /** How many people who work here have the skill. */
          peopleCount: z.int(),
        }),
      ),
    }),
  },
  'POST /api/skill-rules': {
    summary: 'Let some conversations ask for a skill',
    permission: 'conversations.settings',
    input: Conditions.extend({ skillId: Id }),
    output: z.object({ id: Id }),
    errors: [
      'conversations.rule_empty',
      'conversations.no_such_skill',
      'conversations.no_such_label',
      'conversations.too_many_rules',
    ],
    status: 201,
  },
  'DELETE /api/skill-rules/{id}': {
    summary: 'Remove a rule by which conversations ask for a skill',
    permission: 'conversations.settings',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['conversations.rule_not_found'],
  },
});
