import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nameTaken, nextPosition } from './rows.ts';

type Input = { name: string; stages: readonly string[] };

/** Until it is known, one deal of ten is won in the first stage, and nine in the last. */
const LEAST_PERCENT = 10;
const MOST_PERCENT = 90;

/** Adds a pipeline with its stages to the end of the list. */
export async function addPipeline(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { name } = input;
  const stages = [...new Set(input.stages)];
  const made = await ctx.db
    .insertInto('pipelines')
    .values({ name, position: nextPosition('pipelines'), createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const step = (MOST_PERCENT - LEAST_PERCENT) / Math.max(1, stages.length - 1);
  await sql`
    insert into pipeline_stages (pipeline_id, name, position, probability)
    select ${made.id}, s.name, s.at, round(${LEAST_PERCENT} + ${step}::numeric * (s.at - 1))
    from   unnest(${stages}::text[]) with ordinality as s (name, at)`.execute(ctx.db);
  await emit(ctx, {
    type: 'sales.pipeline_added',
    subject: { kind: 'pipeline', id: made.id },
    facts: { name, stages },
  });
  return ok({ id: made.id });
}
