import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { lineKinds } from '../kinds.ts';
import { Changed, Named, Note, TierWord, Version, Words } from './shapes.ts';

const permission = 'vip.work';
const LineKey = z.string().min(1).max(80);

const Line = z.object({
  subscriberId: Id,
  name: z.string(),
  tier: TierWord.nullable(),
  kind: z.enum(lineKinds),
  key: z.string(),
  on: DateOnly.nullable(),
  minor: z.int().nullable(),
  count: z.int().nullable(),
  words: z.string().nullable(),
  path: z.string().nullable(),
  isDone: z.boolean(),
  note: z.string(),
});

const Escalation = z.object({
  id: Id,
  version: Version,
  subscriber: Named,
  words: z.string(),
  leader: Named,
  askedBy: Named.nullable(),
  askedAt: Instant,
  dueAt: Instant,
  isLate: z.boolean(),
  answer: z.string(),
  answeredAt: Instant.nullable(),
  /** Put to oneself. */
  isMine: z.boolean(),
  /** Whoever asked does not answer; another leader may. */
  mayAnswer: z.boolean(),
});

export const sheetApi = defineApi({
  'GET /api/vip-sheet': {
    summary: 'What somebody who leads clients has to do today, the most pressing first',
    permission,
    input: z.object({ staffId: Id.optional() }),
    output: z.object({
      staff: Named.nullable(),
      on: DateOnly,
      clients: z.int(),
      mostClients: z.int().nullable(),
      currency: z.string(),
      lines: z.array(Line),
      /** More than this is not shown; counted all the same. */
      isWhole: z.boolean(),
    }),
    errors: ['vip.no_such_personal_manager'],
  },
  'PUT /api/vip-sheet/{id}/ticks': {
    summary: 'Say that a line of the sheet is done, until a day',
    permission,
    input: z.object({ id: Id, line: LineKey, untilOn: DateOnly, note: Note.default('') }),
    output: Nothing,
    errors: ['vip.no_such_client', 'vip.term_past'],
  },
  'DELETE /api/vip-sheet/{id}/ticks': {
    summary: 'Take that back',
    permission,
    input: z.object({ id: Id, line: LineKey }),
    output: Nothing,
    errors: ['vip.no_such_client'],
  },
  'GET /api/vip-leaders': {
    summary: 'Leaders to whom a question can be put',
    permission,
    input: Nothing,
    output: z.object({ leaders: z.array(Named) }),
  },
  'GET /api/vip-escalations': {
    summary: 'Questions put to leaders: of one’s clients and to oneself, the most urgent first',
    permission,
    input: z.object({ subscriberId: Id.optional() }),
    output: z.object({ escalations: z.array(Escalation) }),
    errors: ['vip.no_such_client'],
  },
  'POST /api/vip/{id}/escalations': {
    summary: 'Put a client’s question to a leader, who has to answer in time',
    permission,
    input: z.object({ id: Id, leaderId: Id, words: Words }),
    output: Changed,
    errors: ['vip.no_such_client', 'vip.no_such_leader', 'vip.own_question'],
    status: 201,
  },
  'POST /api/vip-escalations/{id}/answer': {
    summary: 'Answer a question that was put to oneself, or to another leader',
    permission,
    input: z.object({ id: Id, version: Version, answer: Words }),
    output: Changed,
    errors: [
      'vip.no_such_escalation',
      'vip.changed_meanwhile',
      'vip.answered_already',
      'vip.own_question',
    ],
  },
});
