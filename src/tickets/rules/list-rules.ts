import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { rulesApi } from '../api/rules.ts';
import { ruleColumns, ticketsFor } from './rule-rows.ts';

type Listed = z.input<(typeof rulesApi)['GET /api/ticket-rules']['output']>;
type Row = Omit<Listed['rules'][number], 'problem'>;

const LATELY_MS = 30 * 86_400_000;

/** All rules in their order, with what they did in the last thirty days. */
export async function listRules(ctx: Ctx): Promise<Result<Listed>> {
  const from = new Date(ctx.clock.now().getTime() - LATELY_MS);
  // ticket_rule_runs_rule (rule_id, at); of rules there are a few hundred at most
  const { rows } = await sql<Row>`
    select ${ruleColumns}, on_since is not null as is_on, archived_at is not null as is_archived,
           tried_version is not distinct from version as is_tried,
           coalesce((select jsonb_object_agg(c.outcome, c.count)
                     from  (select r.outcome, count(*) as count from ticket_rule_runs r
                            where  r.rule_id = ticket_rules.id and r.at > ${from}
                            group  by r.outcome) c), '{}') as counts
    from   ticket_rules
    order  by archived_at is not null, position, id`.execute(ctx.db);
  const sourceFor = await ticketsFor(ctx);
  const rules = rows.map((row) => {
    const source = sourceFor(row.condition);
    return { ...row, problem: source.ok ? null : source.failure.code };
  });
  return ok({ rules });
}
