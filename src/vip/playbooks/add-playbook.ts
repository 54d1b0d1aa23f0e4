import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { playbooksApi } from '../api/playbooks.ts';
import { nameTaken } from '../name-taken.ts';
import { type PlaybookStep, refuseSteps } from './steps.ts';

type Input = z.output<(typeof playbooksApi)['POST /api/vip-playbooks']['input']>;

/** Adds a scenario in its first version. */
export async function addPlaybook(
  ctx: Ctx,
  { steps, ...fields }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const refused = refuseSteps(steps);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('vipPlaybooks')
    .values(fields)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!made) return nameTaken();
  await keepVersion(ctx, made, steps);
  const subject = { kind: 'vip_playbook', id: made.id };
  await emit(ctx, { type: 'vip.playbook_added', subject, facts: { playbook: fields.name } });
  return ok(made);
}

export async function keepVersion(
  ctx: Ctx,
  { id: playbookId, version }: { id: number; version: number },
  steps: readonly PlaybookStep[],
): Promise<void> {
  await ctx.db
    .insertInto('vipPlaybookVersions')
    .values({
      playbookId,
      version,
      steps: JSON.stringify(steps),
      madeBy: staffIdOf(ctx.actor),
      madeAt: ctx.clock.now(),
    })
    .execute();
}
