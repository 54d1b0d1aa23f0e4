import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { earnPoints } from '../earning/earn-points.ts';
import { postDue } from '../earning/post-due.ts';
import { rulesOn } from '../earning/rule-rows.ts';
import { ruleOf } from '../earning/signals.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { enrol } from './enrol.ts';

/**
 * Takes in whoever has just got their first account, so that they earn, and can spend, on that very
 * day and not after the night.
 */
export async function greetMember(ctx: Ctx, subscriberId: number): Promise<void> {
  const { begunOn } = await loadProgramme(ctx);
  const day = today(ctx);
  if (begunOn === null || begunOn > day) return;
  // subscribers_pkey
  const { rows } = await sql<{ rootId: number }>`
    select root_id from subscribers where id = ${subscriberId}`.execute(ctx.db);
  const rootId = rows[0]?.rootId ?? subscriberId;
  await enrol(ctx, sql`s.id = ${rootId}`);
  for (const rule of await rulesOn(ctx)) {
    if (!ruleOf(rule.signal).isAtOnce) continue;
    await earnPoints(ctx, rule, { from: daysAfter(day, -1), to: day, subscriberId: rootId });
  }
  await postDue(ctx, rootId);
}
