import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { exitsApi } from '../api/exits.ts';
import { lockCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { keepNoticeDue } from './keep-notice-due.ts';

type Input = z.output<(typeof exitsApi)['POST /api/cases/{id}/notices/{noticeId}']['input']>;

/**
 * Lets a number go, or refuses it on one of the grounds that there are; once. The other operator
 * waits for the answer also where the case is closed by now.
 */
export async function decideNotice(
  ctx: Ctx,
  { id, version, noticeId, decision, ground }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockCase(ctx, id, version);
  if (!locked.ok) return locked;
  if (decision === 'refused' && !ground) {
    return fail('retention.ground_needed', {}, { ground: 'retention.ground_needed' });
  }
  const told = decision === 'refused' ? (ground ?? null) : null;
  const decided = await ctx.db
    .updateTable('portNotices')
    .set({
      decision,
      ground: told,
      decidedAt: ctx.clock.now(),
      decidedBy: staffIdOf(ctx.actor),
    })
    .where('id', '=', noticeId)
    .where('caseId', '=', id)
    .where('decision', 'is', null)
    .returning('number')
    .executeTakeFirst();
  if (!decided) return fail('retention.no_notice');
  await keepNoticeDue(ctx, [id]);
  const facts = { decision, ground: told };
  const type = 'retention.notice_decided' as const;
  return ok({ id, version: await writeCase(ctx, locked.value, {}, { type, facts }) });
}
