import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Consent, ConsentChannel, ConsentPurpose, NeedKind, Words } from './shapes.ts';

const base = ['subscribers.not_found', 'subscribers.erased'];
const NeedText = z.string().trim().min(1).max(1000);

/** Needs and consents: what is known of a subscriber from talk. */
export const factsApi = defineApi({
  'POST /api/subscribers/{id}/needs': {
    summary: 'Note a need, a wish, a bad experience or an event in life',
    permission: 'subscribers.edit',
    input: z.object({
      id: Id,
      kind: NeedKind,
      text: NeedText,
      /** Where it was learned: a call, a visit, a message. */
      source: Words.default(''),
      /** Worth asking about again after this day; by kind where none is given. */
      freshUntil: DateOnly.optional(),
    }),
    output: z.object({ id: Id, freshUntil: DateOnly }),
    errors: base,
    status: 201,
  },
  'POST /api/subscribers/{id}/needs/{needId}/confirm': {
    summary: 'Say that it still holds, in new words if need be',
    permission: 'subscribers.edit',
    input: z.object({
      id: Id,
      needId: Id,
      text: NeedText.optional(),
      freshUntil: DateOnly.optional(),
    }),
    output: z.object({ id: Id, freshUntil: DateOnly }),
    errors: [...base, 'subscribers.no_such_need'],
  },
  'POST /api/subscribers/{id}/needs/{needId}/close': {
    summary: 'Close it: met, made good or no longer so',
    permission: 'subscribers.edit',
    input: z.object({ id: Id, needId: Id, reason: Words.default('') }),
    output: Nothing,
    errors: [...base, 'subscribers.no_such_need'],
  },
  'GET /api/subscribers/{id}/consents': {
    summary: 'Every consent given or withdrawn, newest first',
    permission: 'subscribers.view',
    input: z.object({ id: Id }),
    output: z.object({ consents: z.array(Consent) }),
    errors: ['subscribers.not_found', 'subscribers.caller_unverified'],
  },
  'POST /api/subscribers/{id}/consents': {
    summary: 'Record that a consent was given or withdrawn',
    permission: 'subscribers.edit',
    input: z.object({
      id: Id,
      channel: ConsentChannel,
      purpose: ConsentPurpose,
      isGranted: z.boolean(),
      /** How it was given: on paper, in a call, on the site. */
      source: Line,
      /** What proves it: a document's number, a recording, a link. */
      proof: Words.default(''),
    }),
    output: z.object({ id: Id }),
    errors: base,
    status: 201,
  },
});
