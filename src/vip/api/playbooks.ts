import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { playbookOutcomes, playbookStarts, stepOwners } from '../kinds.ts';
import { at, Changed, Name, Named, Note, Version } from './shapes.ts';

/** An answer leads to a later step, or ends the walk with an outcome. */
const Answer = z.object({
  label: Name,
  next: z.int().min(1).max(50).nullable().default(null),
  outcome: z.enum(playbookOutcomes).nullable().default(null),
});

export const Step = z.object({
  title: Name,
  words: Note.default(''),
  owner: z.enum(stepOwners),
  /** Days from when the step is reached. */
  days: z.int().min(0).max(365),
  /** In it, whoever does it puts himself in the client's place. */
  isEmpathy: z.boolean().default(false),
  answers: z.array(Answer).min(1).max(6),
});

const Fields = z.object({
  name: Name,
  situation: Note.default(''),
  startsOn: z.enum(playbookStarts).default('hand'),
  steps: z.array(Step).min(1).max(50),
});

const refusals = ['vip.name_taken', 'vip.no_empathy', 'vip.wrong_branch'];

const Run = z.object({
  id: Id,
  version: Version,
  playbook: Named,
  playbookVersion: z.int(),
  step: z.object({ number: z.int(), ...Step.shape, words: z.string() }).nullable(),
  dueOn: DateOnly.nullable(),
  isLate: z.boolean(),
  startedAt: Instant,
  outcome: z.enum(playbookOutcomes).nullable(),
  deeds: z.array(z.object({ title: z.string(), answer: z.string(), note: z.string() })),
});

export const playbooksApi = defineApi({
  'GET /api/vip-playbooks': {
    summary: 'Scenarios by situation, and what walks through them came to',
    permission: 'vip.work',
    input: Nothing,
    output: z.object({
      playbooks: z.array(
        z.object({
          id: Id,
          version: Version,
          name: z.string(),
          situation: z.string(),
          startsOn: z.enum(playbookStarts),
          steps: z.array(Step),
          isArchived: z.boolean(),
          open: z.int(),
          outcomes: z.record(z.enum(playbookOutcomes), z.int()),
        }),
      ),
    }),
  },
  'POST /api/vip-playbooks': {
    summary: 'Add a scenario',
    permission: 'vip.manage',
    input: Fields,
    output: Changed,
    errors: refusals,
    status: 201,
  },
  'PUT /api/vip-playbooks/{id}': {
    summary: 'Make a new version of a scenario; walks that have begun go on in theirs',
    permission: 'vip.manage',
    input: Fields.extend({ ...at, isArchived: z.boolean().default(false) }),
    output: Changed,
    errors: [...refusals, 'vip.no_such_playbook', 'vip.changed_meanwhile'],
  },
  'GET /api/vip-playbooks/{id}/versions': {
    summary: 'Versions of a scenario, the newest first, with what walks through each came to',
    permission: 'vip.work',
    input: z.object({ id: Id }),
    output: z.object({
      versions: z.array(
        z.object({
          version: z.int(),
          madeAt: Instant,
          madeBy: z.string().nullable(),
          steps: z.int(),
          open: z.int(),
          outcomes: z.record(z.enum(playbookOutcomes), z.int()),
        }),
      ),
    }),
    errors: ['vip.no_such_playbook'],
  },
  'GET /api/vip/{id}/playbooks': {
    summary: 'Walks of one client through scenarios, the open ones first',
    permission: 'vip.work',
    input: z.object({ id: Id }),
    output: z.object({ runs: z.array(Run) }),
    errors: ['vip.no_such_client'],
  },
  'POST /api/vip/{id}/playbooks': {
    summary: 'Begin a scenario for a client',
    permission: 'vip.work',
    input: z.object({ id: Id, playbookId: Id }),
    output: z.object({ id: Id }),
    errors: ['vip.no_such_client', 'vip.has_left', 'vip.no_such_playbook', 'vip.already_begun'],
    status: 201,
  },
  'POST /api/vip-playbook-runs/{id}/answer': {
    summary: 'Say what came of a step; the walk goes on by the answer, or ends',
    permission: 'vip.work',
    input: z.object({ ...at, answer: z.int().min(0).max(5), note: Note.default('') }),
    output: Changed,
    errors: ['vip.no_such_run', 'vip.changed_meanwhile', 'vip.run_over', 'vip.no_such_answer'],
  },
  'POST /api/vip-playbook-runs/{id}/end': {
    summary: 'End a walk before its last step, with what it came to',
    permission: 'vip.work',
    input: z.object({ ...at, outcome: z.enum(playbookOutcomes) }),
    output: Changed,
    errors: ['vip.no_such_run', 'vip.changed_meanwhile', 'vip.run_over'],
  },
});
