import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';

export type Ordered = 'pipelines' | 'pipeline_stages' | 'lead_sources' | 'lost_reasons';

/** The place behind all that there is. */
export const nextPosition = (table: Ordered): RawBuilder<number> =>
  sql`(select coalesce(max(position), 0) + 1 from ${sql.table(table)})`;

export const nameTaken = (): Fail => fail('sales.name_taken', {}, { name: 'sales.name_taken' });

/** Whether another row of the list is called so: one that is out of use may be brought back. */
export async function isTaken(
  ctx: Ctx,
  table: Exclude<Ordered, 'pipeline_stages'>,
  { id, name }: { id: number; name: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(table)} where name = ${name} and id <> ${id}`.execute(ctx.db);
  return rows.length > 0;
}

/** Puts rows into the order of these ids; those not named keep theirs behind them. */
export async function putInOrder(
  ctx: Ctx,
  table: Ordered,
  ids: readonly number[],
  pipelineId: number | null = null,
): Promise<void> {
  const within = pipelineId === null ? sql`true` : sql`pipeline_id = ${pipelineId}`;
  await sql`
    update ${sql.table(table)} d
    set    position = wanted.position
    from   (select id, row_number() over (order by place nulls last, position, id) as position
            from   ${sql.table(table)}
            left   join unnest(${[...ids]}::bigint[]) with ordinality as given (id, place) using (id)
            where  ${within}) wanted
    where  d.id = wanted.id and d.position <> wanted.position`.execute(ctx.db);
}
