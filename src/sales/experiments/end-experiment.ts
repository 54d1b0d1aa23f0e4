import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { lockScript, writeScript } from '../scripts/write-script.ts';

type Input = {
  id: number;
  experimentId: number;
  version: number;
  reason: string;
  goOnWith: 'first' | 'second';
};

/** Stops an experiment, with why; from now on all deals begin with one of its versions. */
export async function endExperiment(
  ctx: Ctx,
  { id, experimentId, version, reason, goOnWith }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  const ended = await ctx.db
    .updateTable('scriptExperiments')
    .set({ endedAt: ctx.clock.now(), endedBy: staffIdOf(ctx.actor), reason })
    .where('id', '=', experimentId)
    .where('scriptId', '=', id)
    .where('endedAt', 'is', null)
    .returning(['firstVersionId', 'secondVersionId'])
    .executeTakeFirst();
  if (!ended) return fail('sales.experiment_over');
  const currentId = goOnWith === 'first' ? ended.firstVersionId : ended.secondVersionId;
  const facts = { goOnWith, reason };
  return writeScript(ctx, locked.value, { currentId }, 'experiment_ended', facts);
}
