import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { MOST_ANSWERS } from '../reasons/answers.ts';
import { Name, Named, Note, Version } from './shapes.ts';

const LastAnswer = z.object({ answer: Name, words: Note });
const Answers = z
  .array(LastAnswer.extend({ answers: z.array(LastAnswer).max(MOST_ANSWERS) }))
  .max(MOST_ANSWERS);

const ReasonFields = z.object({
  /** None: a group. */
  parentId: Id.nullable().default(null),
  name: Name,
  /** Of a group. */
  takesOffers: z.boolean().default(true),
  /** What is said in this branch: to ask on, or to help. */
  words: Note.default(''),
  /** What they may answer, and what is said then. */
  answers: Answers.default([]),
  /** Of a group: how likely one is to leave who says so. */
  leaveChance: z.number().min(0).max(1).default(0.6),
});

const Reason = z.object({
  id: Id,
  version: Version,
  parentId: Id.nullable(),
  name: z.string(),
  takesOffers: z.boolean(),
  words: z.string(),
  answers: Answers,
  leaveChance: z.number(),
  isArchived: z.boolean(),
});

const Desk = z.object({
  openingWords: Note,
  /** None: the operator's first. */
  repairCategoryId: Id.nullable(),
  apologyReasonId: Id.nullable(),
  version: Version,
});

const Phrases = z.string().trim().max(4000);
const RuleFields = z.object({
  name: Name,
  /** A phrase a line; `*` stands for any ending. */
  phrases: Phrases.min(1),
  exceptions: Phrases.default(''),
  isAngry: z.boolean().default(false),
});

const Rule = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  phrases: z.string(),
  exceptions: z.string(),
  isAngry: z.boolean(),
  isArchived: z.boolean(),
  /** How many wishes it heard, and how many of their cases were none. */
  heard: z.int(),
  mistaken: z.int(),
});

const reasonErrors = [
  'retention.no_such_reason',
  'retention.name_taken',
  'retention.changed_meanwhile',
];
const ruleErrors = [
  'retention.no_such_rule',
  'retention.name_taken',
  'retention.changed_meanwhile',
  'retention.unreadable_phrases',
];

export const settingsApi = defineApi({
  'GET /api/leaving-reasons': {
    summary: 'Why people leave: groups, and the reasons under them',
    permission: 'retention.work',
    input: z.object({}),
    output: z.object({
      reasons: z.array(Reason),
      /** What is said before anybody knows why. */
      openingWords: z.string(),
    }),
  },
  'POST /api/leaving-reasons': {
    summary: 'Add a group of reasons, or a reason to one',
    permission: 'retention.manage',
    input: ReasonFields,
    output: z.object({ id: Id }),
    errors: reasonErrors,
    status: 201,
  },
  'PUT /api/leaving-reasons/{id}': {
    summary: 'Change a reason or a group, or take it from the dictionary; cases keep theirs',
    permission: 'retention.manage',
    input: ReasonFields.omit({ parentId: true }).extend({
      id: Id,
      version: Version,
      isArchived: z.boolean().default(false),
    }),
    output: Nothing,
    errors: reasonErrors,
  },
  'GET /api/save-desk-settings': {
    summary: 'How the save desk begins, and by what it opens a repair and proposes an apology',
    permission: 'retention.manage',
    input: z.object({}),
    output: Desk.extend({
      categories: z.array(Named),
      apologyReasons: z.array(Named),
    }),
  },
  'PUT /api/save-desk-settings': {
    summary: 'Change it; what was opened and proposed stays',
    permission: 'retention.manage',
    input: Desk,
    output: Nothing,
    errors: [
      'retention.changed_meanwhile',
      'retention.no_such_category',
      'retention.no_such_apology',
    ],
  },
  'GET /api/wish-rules': {
    summary: 'By what words a wish to leave is known, and how often each rule was right',
    permission: 'retention.manage',
    input: z.object({}),
    output: z.object({ rules: z.array(Rule) }),
  },
  'POST /api/wish-rules': {
    summary: 'Add words by which a wish to leave is known',
    permission: 'retention.manage',
    input: RuleFields,
    output: z.object({ id: Id }),
    errors: ruleErrors,
    status: 201,
  },
  'PUT /api/wish-rules/{id}': {
    summary: 'Change words by which a wish to leave is known, or listen to them no longer',
    permission: 'retention.manage',
    input: RuleFields.extend({
      id: Id,
      version: Version,
      isArchived: z.boolean().default(false),
    }),
    output: Nothing,
    errors: ruleErrors,
  },
  'POST /api/wish-rules/try': {
    summary: 'What the rules hear in a text',
    permission: 'retention.manage',
    input: z.object({ text: z.string().max(20_000) }),
    output: z.object({
      rule: z.string().nullable(),
      words: z.string().nullable(),
      isAngry: z.boolean(),
    }),
  },
});
