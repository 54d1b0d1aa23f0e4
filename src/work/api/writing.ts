import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { Entity } from './shapes.ts';

const draftKinds = ['reply', 'note'] as const;
/** Chosen by the screen on which a piece of writing begins. */
export const Writing = z.string().max(64);

/** Words that are being written, as the server keeps them. */
const DraftWords = z.object({
  kind: z.enum(draftKinds),
  text: z.string(),
  writing: Writing,
  seenId: z.int(),
  version: z.int(),
  updatedAt: Instant,
});

const DraftFile = z.object({
  id: Id,
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
});

/** A draft as a record tells it, with the files that are to go with it. */
export const Draft = DraftWords.extend({ files: z.array(DraftFile) });

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
      draft: DraftWords,
    }),
    errors: ['work.record_not_found'],
  },
  'POST /api/drafts/files': {
    summary: 'Keep a file with what I am writing, to go with it when it is sent',
    permission: 'me',
    kind: 'upload',
    input: z.object({ ...record, kind: z.enum(draftKinds) }),
    output: z.object({ file: DraftFile }),
    errors: ['work.record_not_found', 'work.file_too_large', 'work.too_many_files'],
    status: 201,
    perMinute: 120,
  },
  'DELETE /api/drafts/files/{fileId}': {
    summary: 'Take a file off what I am writing; it is removed for good',
    permission: 'me',
    input: z.object({ fileId: Id }),
    output: Nothing,
    errors: ['work.file_not_found'],
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
