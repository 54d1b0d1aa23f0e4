import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { FIRST_TOUCH } from '../../norms/index.ts';
import type { mysteryApi } from '../api/mystery.ts';
import { shopperMeasures } from '../kinds.ts';
import { type Met, measuresOf, study } from './measures.ts';

type Listed = z.output<(typeof mysteryApi)['GET /api/quality-rounds']['output']>;
type Round = Listed['rounds'][number];
type Head = Pick<Round, 'id' | 'name' | 'beginsOn' | 'endsOn' | 'closedAt' | 'tasks'> & {
  met: Met[];
};

const MOST_SHOWN = 60;

/** Mystery rounds, the newest first. */
export async function listRounds(ctx: Ctx): Promise<Result<Listed>> {
  const normMinutes = await normOf(ctx);
  // quality_rounds_begin (begins_on desc, id desc)
  const rounds = await roundsWhere(
    ctx,
    sql`r.id in (select id from quality_rounds
                 order by begins_on desc, id desc limit ${MOST_SHOWN})`,
    normMinutes,
  );
  const beside = shopperMeasures.map((measure) => ({ measure, share: study[measure] }));
  return ok({ rounds, normMinutes, study: beside });
}

/** Rounds of `quality_rounds r` with what their shoppers met. */
export async function roundsWhere(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  normMinutes: number,
): Promise<Round[]> {
  // quality_shopper_tasks_round (round_id, due_on, id)
  const { rows } = await sql<Head>`
    select r.id, r.name, r.begins_on, r.ends_on, r.closed_at, t.tasks, t.met
    from   quality_rounds r
    cross  join lateral (
             select count(*)::int as tasks,
                    coalesce(jsonb_agg(jsonb_build_object(
                      'kind', t.kind, 'answeredIn', t.answered_in, 'recommended', t.recommended,
                      'pitched', t.pitched, 'reasonAsked', t.reason_asked))
                      filter (where t.done_at is not null), '[]') as met
             from   quality_shopper_tasks t where t.round_id = r.id) t
    where  ${which} order by r.begins_on desc, r.id desc`.execute(ctx.db);
  return rows.map(({ met, ...head }) => ({
    ...head,
    done: met.length,
    ...measuresOf(met, normMinutes),
  }));
}

/** Within how many minutes a request is to be answered, by the operator's own norm. */
export async function normOf(ctx: Ctx): Promise<number> {
  // norms_kind_key
  const { rows } = await sql<{ minutes: number }>`
    select target_seconds / 60.0::double precision as minutes
    from   norms where kind = ${FIRST_TOUCH}`.execute(ctx.db);
  return rows[0]?.minutes ?? 1;
}
