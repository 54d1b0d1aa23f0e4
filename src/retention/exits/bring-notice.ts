import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findSubscriber } from '../../subscribers/index.ts';
import type { exitsApi } from '../api/exits.ts';
import { openCase, type OpenedCase } from '../cases/open-case.ts';
import { keepNoticeDue } from './keep-notice-due.ts';

type Input = z.output<(typeof exitsApi)['POST /api/port-notices']['input']>;

/**
 * Keeps that another operator asks for a number: a wish to leave, with the other's deadline. Each
 * number has its own, and one that was decided may be asked for anew.
 */
export async function bringNotice(ctx: Ctx, input: Input): Promise<Result<OpenedCase>> {
  const { subscriberId, number, operator } = input;
  const found = await findSubscriber(ctx, subscriberId, 'subscribers.view');
  if (!found.ok) return found;
  if (found.value.erasedAt) return fail('subscribers.erased');
  const now = ctx.clock.now();
  const dueAt = new Date(input.dueAt);
  if (dueAt <= now) return fail('retention.time_past', {}, { dueAt: 'retention.time_past' });
  const words = `${operator}: ${number}`;
  const wish = { subscriberId, source: 'port_out' as const, words, heardAt: now };
  const opened = await openCase(ctx, wish);
  if (!opened) return fail('retention.has_left');
  const made = await ctx.db
    .insertInto('portNotices')
    .values({ caseId: opened.id, number, operator, cameAt: now, dueAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  await keepNoticeDue(ctx, [opened.id]);
  return made ? ok(opened) : fail('retention.notice_stands', { number: opened.id });
}
