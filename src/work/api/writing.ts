import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { Entity } from './shapes.ts';

const draftKinds = ['reply', 'note'] as const;
/** Chosen by the screen on which a piece of writing begins. */
export const Writing = z.string().max(64);

/** What is being written, as the server keeps it. */
export const Draft = z.object({
  kind: z.enum(draftKinds),
  text: z.string(),
  writing: Writing,
  seenId: z.int(),
  version: z.int(),
  updatedAt: Instant,
});

const Person = z.object({ staffId: Id, name: z.string(), isWriting: z.boolean() });
const record = { entity: Entity, entityId: Id };

export const writingApi = defineApi({
  'PUT /api/drafts': {
    summary: 'Keep what I am writing; not over what another screen of mine has written since',
    permission: 'me',
    repeats: 'own',
    input: z.object({
      ...record,
      kind: z.enum(draftKinds),
      text: z.string().max(50_000),
      writing: Writing.min(1),
      /** The newest message that had come when it was begun. */
      seenId: z.int().min(0).default(0),
      /** What this screen has kept or read last; 0 for nothing. */
      version: z.int().min(0),
    }),
    output: z.object({
      isKept: z.boolean(),
      /** What is kept now: this, or what another screen has written. */
      draft: Draft,
    }),
    errors: ['work.record_not_found'],
  },
  'POST /api/attention': {
    summary: 'Say that I look at something, write there, or have left; who else is at it',
    permission: 'me',
    repeats: 'own',
    input: z.object({ ...record, state: z.enum(['looking', 'writing', 'left']) }),
    output: z.object({ others: z.array(Person) }),
    errors: ['work.record_not_found'],
  },
  'GET /api/attention': {
    summary: 'Who else is at something, and who of them is writing',
    permission: 'me',
    input: z.object(record),
    output: z.object({ others: z.array(Person) }),
    errors: ['work.record_not_found'],
  },
});
