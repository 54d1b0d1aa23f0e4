import type { Ctx } from '../../kernel/context.ts';
import { dueAfter, startNorm } from '../../norms/index.ts';

/** What is promised to somebody who was connected lately: a call, on the days that are set. */
const CARE = 'sales.care';

/** A working day. */
const SECONDS = 8 * 3600;

export const careNorm = { kind: CARE, targetSeconds: SECONDS } as const;

type Terms = { startsAt: Date; dueAt: Date; sharedAt: Date };

/** When a call may be made, until when it is promised, and when a colleague may make it instead. */
export async function termsOfCall(ctx: Ctx, startsAt: Date): Promise<Terms> {
  const { dueAt, calendar } = await startNorm(ctx, CARE, startsAt);
  return { startsAt, dueAt, sharedAt: dueAfter(calendar, dueAt, SECONDS) };
}
