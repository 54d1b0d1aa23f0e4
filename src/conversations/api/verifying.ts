import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { verifyModes } from '../verifying/modes.ts';

const means = ['code_word', 'sent_code', 'none'] as const;
const results = ['passed', 'failed', 'overridden'] as const;

const Checked = z.object({ isVerified: z.boolean(), triesLeft: z.int() });

const refusals = [
  'conversations.not_found',
  'conversations.not_taken',
  'conversations.not_yours',
  'conversations.closed_already',
  'conversations.caller_unknown',
] as const;

export const verifyingApi = defineApi({
  'GET /api/conversations/{id}/verification': {
    summary: 'Whether whoever is on the line was verified, and by what they can be',
    permission: 'conversations.view',
    input: z.object({ id: Id }),
    output: z.object({
      /** `off` also where nobody is spoken with, or nobody knows with whom. */
      mode: z.enum(verifyModes),
      /** How it went at last; what passed holds for twelve hours. */
      last: z
        .object({
          means: z.enum(means),
          result: z.enum(results),
          reason: z.string(),
          at: Instant,
          staffName: z.string(),
        })
        .nullable(),
      codeWord: z.object({ hint: z.string(), setAt: Instant }).nullable(),
      /** Wrong answers about this subscriber that are left within this hour. */
      triesLeft: z.int(),
      /** Where a code can be sent, as its owner knows it again. */
      ways: z.array(z.object({ key: z.string(), kind: z.string(), shown: z.string() })),
      sentAt: Instant.nullable(),
    }),
    errors: ['conversations.not_found'],
  },
  'POST /api/conversations/{id}/verification/code-word': {
    summary: 'Compare the code word that the caller says',
    permission: 'conversations.work',
    takesSecret: true,
    perMinute: 20,
    input: z.object({ id: Id, word: z.string().trim().min(1).max(60) }),
    output: Checked,
    errors: [...refusals, 'conversations.too_many_tries', 'conversations.no_code_word'],
  },
  'POST /api/conversations/{id}/verification/codes': {
    summary: 'Send the subscriber a code, to be told on the phone',
    permission: 'conversations.work',
    input: z.object({ id: Id, way: z.string().max(40) }),
    output: Nothing,
    errors: [...refusals, 'conversations.too_many_codes', 'conversations.no_such_way'],
  },
  'POST /api/conversations/{id}/verification/codes/check': {
    summary: 'Compare the code that the caller reads out',
    permission: 'conversations.work',
    takesSecret: true,
    perMinute: 20,
    input: z.object({ id: Id, code: z.string().trim().min(1).max(20) }),
    output: Checked,
    errors: [...refusals, 'conversations.too_many_tries', 'conversations.no_code_sent'],
  },
  'POST /api/conversations/{id}/verification/let-through': {
    summary: 'Show what is hidden though the caller was not verified, with the reason on record',
    permission: 'conversations.let_through',
    input: z.object({ id: Id, reason: z.string().trim().min(5).max(300) }),
    output: Nothing,
    errors: [...refusals],
  },
});
