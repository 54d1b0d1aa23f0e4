import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { findings } from '../kinds.ts';
import { at, Changed, Link, Name, Named, Note, Version, Words } from './shapes.ts';

const Point = z.object({
  /** Kept from version to version, so that an audit and the one before it can be compared. */
  key: z.string().min(1).max(40),
  title: z.string().trim().min(1).max(300),
  /** How to find out. */
  hint: Note.default(''),
});
const Section = z.object({ title: Name, points: z.array(Point).min(1).max(30) });
const Fields = z.object({ name: Name, sections: z.array(Section).min(1).max(15) });

const Head = z.object({
  id: Id,
  subject: z.string(),
  ledBy: Named,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  score: z.int().nullable(),
});

const Found = z.object({ point: z.string(), answer: z.enum(findings), words: z.string() });

const Step = z.object({
  id: Id,
  point: z.string(),
  words: z.string(),
  staff: Named,
  dueOn: DateOnly,
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  doneWords: z.string(),
});

const refusals = ['quality.checklist_taken', 'quality.point_twice'];
const hidden = 'quality.no_such_audit';
const open = [hidden, 'quality.audit_finished', 'quality.no_such_point'];

export const auditsApi = defineApi({
  'GET /api/quality-checklists': {
    summary: 'Checklists by which processes are audited',
    permission: 'quality.audit',
    input: Nothing,
    output: z.object({
      checklists: z.array(z.object({ ...at, ...Fields.shape, isArchived: z.boolean() })),
    }),
  },
  'POST /api/quality-checklists': {
    summary: 'Add a checklist',
    permission: 'quality.manage',
    input: Fields,
    output: Changed,
    errors: refusals,
    status: 201,
  },
  'PUT /api/quality-checklists/{id}': {
    summary: 'Make a new version of a checklist; what was audited stays audited by its own',
    permission: 'quality.manage',
    input: Fields.extend({ id: Id, version: Version, isArchived: z.boolean().default(false) }),
    output: Changed,
    errors: [...refusals, 'quality.no_such_checklist', 'quality.changed_meanwhile'],
  },
  'GET /api/quality-audits': {
    summary: 'Audits, the newest first',
    permission: 'quality.audit',
    input: Paging,
    output: z.object({
      audits: z.array(
        Head.extend({
          checklist: z.string(),
          scoreBefore: z.int().nullable(),
          steps: z.int(),
          stepsDone: z.int(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/quality-audits': {
    summary: 'Begin to audit a department; the one before it is shown beside',
    permission: 'quality.audit',
    input: z.object({ checklistId: Id, subject: Name }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_checklist', 'quality.under_way'],
    status: 201,
  },
  'GET /api/quality-audits/{id}': {
    summary: 'One audit: findings, evidence, plan, and what was found the time before',
    permission: 'quality.audit',
    input: z.object({ id: Id }),
    output: Head.extend({
      checklist: z.object({ id: Id, name: z.string(), version: z.int() }),
      sections: z.array(Section),
      findings: z.array(Found),
      evidence: z.array(
        z.object({ id: Id, point: z.string(), words: z.string(), link: z.string() }),
      ),
      steps: z.array(Step),
      previous: z
        .object({
          id: Id,
          finishedAt: Instant,
          score: z.int(),
          findings: z.array(Found),
          stepsLeft: z.array(z.object({ point: z.string(), words: z.string() })),
        })
        .nullable(),
    }),
    errors: [hidden],
  },
  'PUT /api/quality-audits/{id}/findings/{point}': {
    summary: 'Say what was found at a point',
    permission: 'quality.audit',
    input: z.object({
      id: Id,
      point: z.string().max(40),
      answer: z.enum(findings),
      words: Note.default(''),
    }),
    output: z.object({ id: Id }),
    errors: open,
  },
  'POST /api/quality-audits/{id}/evidence': {
    summary: 'Keep by what a finding is known: words, with a link where there is one',
    permission: 'quality.audit',
    input: z.object({ id: Id, point: z.string().max(40), words: Words, link: Link.default('') }),
    output: z.object({ id: Id }),
    errors: open,
    status: 201,
  },
  'DELETE /api/quality-evidence/{id}': {
    summary: 'Take evidence back while the audit is under way',
    permission: 'quality.audit',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_evidence', 'quality.audit_finished'],
  },
  'POST /api/quality-audits/{id}/finish': {
    summary: 'Finish an audit once every point is answered, each with what it is known by',
    permission: 'quality.audit',
    input: z.object({ id: Id }),
    output: z.object({ id: Id, score: z.int() }),
    errors: [
      hidden,
      'quality.audit_finished',
      'quality.unanswered',
      'quality.no_evidence',
      'quality.weighs_nothing',
    ],
  },
  'DELETE /api/quality-audits/{id}': {
    summary: 'Give up an audit that is under way, with what was found in it',
    permission: 'quality.audit',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.audit_finished'],
  },
  'POST /api/quality-audits/{id}/steps': {
    summary: 'Plan what is to be done about a point, by whom and by when',
    permission: 'quality.audit',
    input: z.object({
      id: Id,
      point: z.string().max(40),
      words: Words,
      staffId: Id,
      dueOn: DateOnly,
    }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.no_such_point', 'quality.no_such_person', 'quality.day_is_over'],
    status: 201,
  },
  'GET /api/quality-audit-steps': {
    summary: 'What is still to be done after audits: one’s own, or of everybody in reach',
    permission: 'quality.view',
    input: Nothing,
    output: z.object({
      steps: z.array(Step.extend({ auditId: Id, subject: z.string(), isLate: z.boolean() })),
    }),
  },
  'PUT /api/quality-audit-steps/{id}': {
    summary: 'Say that a step is done, and how; or that it is not after all',
    permission: 'quality.view',
    input: z.object({ id: Id, isDone: z.boolean(), words: Note.default('') }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_step'],
  },
  'DELETE /api/quality-audit-steps/{id}': {
    summary: 'Take a step off the plan that is not done',
    permission: 'quality.audit',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_step'],
  },
});
