import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';

const refusals = [
  'subscribers.not_found',
  'subscribers.erased',
  'subscribers.caller_unverified',
] as const;

export const codeWordsApi = defineApi({
  'PUT /api/subscribers/{id}/code-word': {
    summary: 'Set the word by which a subscriber is known on the phone; only its hash is kept',
    permission: 'subscribers.edit',
    takesSecret: true,
    input: z.object({
      id: Id,
      word: z.string().trim().max(60),
      /** What reminds of it and may be read aloud. */
      hint: z.string().trim().max(100).default(''),
    }),
    output: Nothing,
    errors: [...refusals, 'subscribers.code_word_short', 'subscribers.hint_tells_word'],
  },
  'DELETE /api/subscribers/{id}/code-word': {
    summary: 'Forget the word by which a subscriber is known on the phone',
    permission: 'subscribers.edit',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: [...refusals],
  },
});
