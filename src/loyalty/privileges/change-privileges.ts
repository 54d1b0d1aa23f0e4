import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { privilegesApi } from '../api/privileges.ts';
import { privilegeKinds } from './kinds.ts';

type Input = z.output<(typeof privilegesApi)['PUT /api/loyalty/privileges']['input']>;

/** By night discounts follow what it says then; what becomes less falls by halves. */
export async function changePrivileges(ctx: Ctx, ladders: Input): Promise<Result<Done>> {
  const steps = privilegeKinds.flatMap((kind) => ladders[kind].map((step) => ({ ...step, kind })));
  if (new Set(steps.map(({ kind, months }) => `${kind} ${months}`)).size < steps.length) {
    return fail('loyalty.steps_alike');
  }
  // The row of the settings is held first, so that two changes come one by one.
  await ctx.db.selectFrom('loyaltySettings').select('version').forNoKeyUpdate().execute();
  await ctx.db.deleteFrom('privilegeSteps').execute();
  if (steps.length > 0) await ctx.db.insertInto('privilegeSteps').values(steps).execute();
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'loyalty.privileges_changed', subject, facts: ladders });
  return ok({});
}
