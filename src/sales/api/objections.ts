import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Version } from './shapes.ts';

const AnswerBody = z.object({
  words: z.string().trim().min(1).max(1000),
  /** What the agent does after it was said. */
  nextStep: z.string().trim().max(300).default(''),
});

const Body = z.object({
  name: Line,
  /** Phrases in which people say it, a line each. */
  words: z.string().trim().max(2000).default(''),
});

export const Objection = Body.extend({
  id: Id,
  version: Version,
  isArchived: z.boolean(),
  /** Those that help most first. */
  answers: z.array(AnswerBody.extend({ id: Id, used: z.int(), helped: z.int() })),
});

export const objectionsApi = defineApi({
  'GET /api/objections': {
    summary: 'Objections with their answers, best first; those heard in words that were said',
    permission: 'sales.work',
    input: z.object({
      said: z.string().trim().max(300).default(''),
      /** With those that are used no longer. */
      isAll: z.union([z.boolean(), z.stringbool()]).default(false),
    }),
    output: z.object({ rows: z.array(Objection) }),
  },
  'POST /api/objections': {
    summary: 'Add an objection with what is answered to it',
    permission: 'sales.manage',
    input: Body.extend({ answers: z.array(AnswerBody).min(1).max(20) }),
    output: z.object({ id: Id }),
    errors: ['sales.objection_taken'],
    status: 201,
  },
  'PUT /api/objections/{id}': {
    summary: 'Change an objection and its answers; an answer in other words is another one',
    permission: 'sales.manage',
    input: Body.extend({
      id: Id,
      version: Version,
      isArchived: z.boolean().default(false),
      answers: z
        .array(AnswerBody.extend({ id: Id.optional() }))
        .min(1)
        .max(20),
    }),
    output: Nothing,
    errors: ['sales.objection_taken', 'sales.no_such_objection', 'sales.objection_changed'],
  },
});
