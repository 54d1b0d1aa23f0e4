import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';

const Reason = z.object({ id: Id, name: z.string(), isArchived: z.boolean() });

const Sum = z.int().min(0).max(1e12);

const Limit = z.object({
  roleId: Id,
  role: z.string(),
  /** Of a built-in role. */
  code: z.string().nullable(),
  /** Null: any sum. In minor units of the operator's currency. */
  othersMinor: Sum.nullable(),
  ownMinor: Sum,
});

export const correctionSettingsApi = defineApi({
  'GET /api/correction-reasons': {
    summary: 'Reasons of corrections; those no longer used stand last',
    permission: 'billing.view',
    input: Nothing,
    output: z.object({ reasons: z.array(Reason) }),
  },
  'POST /api/correction-reasons': {
    summary: 'Add a reason',
    permission: 'billing.settings',
    input: z.object({ name: Line }),
    output: z.object({ id: Id }),
    errors: ['billing.reason_taken'],
    status: 201,
  },
  'PUT /api/correction-reasons/{id}': {
    summary: 'Name a reason otherwise, or put it out of use',
    permission: 'billing.settings',
    input: z.object({ id: Id, name: Line, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['billing.no_such_reason', 'billing.reason_taken'],
  },
  'GET /api/correction-limits': {
    summary: 'Up to which sum each role that may approve corrections decides on them',
    permission: 'billing.settings',
    input: Nothing,
    output: z.object({ currency: z.string(), limits: z.array(Limit) }),
  },
  'PUT /api/correction-limits/{roleId}': {
    summary: 'Say up to which sum a role decides: on others’ proposals, and on one’s own',
    permission: 'billing.settings',
    input: Limit.omit({ role: true, code: true }),
    output: Nothing,
    errors: ['billing.no_such_role', 'billing.above_own_limit'],
  },
});

export type Reason = z.output<typeof Reason>;
export type Limit = z.output<typeof Limit>;
