import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';
import { TierWord } from './shapes.ts';

const permission = 'vip.work';

const Account = z.object({
  id: Id,
  number: z.string(),
  currency: z.string(),
  lines: z.int(),
  monthlyMinor: z.int(),
  /** Below zero it is owed. */
  balanceMinor: z.int(),
  /** When a term promised for a service, or individual terms, end next. */
  endsOn: DateOnly.nullable(),
});

const Member = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  /** Below the head of the group, which is at 0. */
  depth: z.int(),
  sinceOn: DateOnly.nullable(),
  isClient: z.boolean(),
  tier: TierWord.nullable(),
  isCorporate: z.boolean(),
  acting: z.string().nullable(),
  /** Open conversations and tickets. */
  open: z.int(),
  accounts: z.array(Account),
});

const Sums = z.object({
  openingMinor: z.int(),
  raisedMinor: z.int(),
  loweredMinor: z.int(),
  closingMinor: z.int(),
});

const Period = z.object({ id: Id, from: DateOnly, to: DateOnly });

const statementErrors = [
  'vip.no_such_group',
  'vip.group_not_whole',
  'vip.wrong_period',
  'subscribers.caller_unverified',
];

export const groupsApi = defineApi({
  'GET /api/vip-groups/{id}': {
    summary: 'The group that an organisation belongs to: who is of it, their accounts and sums',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      headId: Id,
      on: DateOnly,
      members: z.array(Member),
      /** Whether every account is among them; of others the actor may not know. */
      isWhole: z.boolean(),
    }),
    errors: ['vip.no_such_group'],
  },
  'POST /api/vip-groups/{id}/parent': {
    summary: 'Say to which organisation this one belongs, from a day on',
    permission,
    input: z.object({ id: Id, parentId: Id, fromOn: DateOnly }),
    output: z.object({ id: Id }),
    errors: [
      'vip.no_such_group',
      'vip.leader_joins',
      'vip.organisation_needed',
      'vip.has_parent',
      'vip.group_loop',
      'vip.group_too_deep',
      'subscribers.not_found',
      'subscribers.erased',
    ],
    status: 201,
  },
  'POST /api/vip-groups/{id}/parent/end': {
    summary: 'Say until which day it belongs there; before the first day, that it never did',
    permission,
    input: z.object({ id: Id, toOn: DateOnly }),
    output: Nothing,
    errors: ['vip.no_such_group', 'vip.no_parent', 'subscribers.not_found', 'subscribers.erased'],
  },
  'GET /api/vip-groups/{id}/statement': {
    summary: 'One statement for the whole group: each account’s sums of a period, and together',
    permission,
    input: Period,
    output: z.object({
      head: z.string(),
      accounts: z.array(
        Sums.extend({ id: Id, number: z.string(), holder: z.string(), currency: z.string() }),
      ),
      totals: z.array(Sums.extend({ currency: z.string() })),
    }),
    errors: statementErrors,
  },
  'GET /api/vip-groups/{id}/statement/file': {
    summary: 'The same as a paper or a table',
    permission,
    input: Period.extend({ format: z.enum(['pdf', 'xlsx', 'csv']) }),
    output: z.string(),
    errors: [...statementErrors, 'kernel.export_busy'],
    kind: 'download',
  },
});
