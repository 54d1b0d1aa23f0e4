import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../kernel/result.ts';

/** Those not named keep their place behind those that are; names of another entity do nothing. */
export async function orderAttributes(
  ctx: Ctx,
  { entity, ids }: { entity: string; ids: readonly number[] },
): Promise<Result<Done>> {
  await sql`
    update attribute_definitions d
    set    position = wanted.position
    from   (select id, row_number() over (order by place nulls last, position, id) as position
            from   attribute_definitions
            left   join unnest(${ids}::bigint[]) with ordinality as given (id, place) using (id)
            where  entity = ${entity}) wanted
    where  d.id = wanted.id and d.position <> wanted.position`.execute(ctx.db);
  await emit(ctx, {
    type: 'work.attributes_ordered',
    subject: { kind: 'attribute', id: ids[0] ?? 0 },
    facts: { entity, ids },
  });
  return ok({});
}
