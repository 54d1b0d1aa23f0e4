import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';

/** Says in which order rules are asked; those not named stand after them as they stood. */
export async function orderRules(
  ctx: Ctx,
  { ids }: { ids: readonly number[] },
): Promise<Result<Done>> {
  await sql`
    update promise_rules r set position = o.place
    from  (select id, row_number() over (
                    order by array_position(${[...ids]}::bigint[], id), position, id) as place
           from   promise_rules) o
    where  o.id = r.id and r.position <> o.place`.execute(ctx.db);
  await emit(ctx, {
    type: 'billing.promise_rules_ordered',
    subject: { kind: 'promise_rule', id: ids[0] ?? 0 },
    facts: { ids },
  });
  return ok({});
}
