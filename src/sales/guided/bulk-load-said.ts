import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { ensureObjections } from '../objections/ensure-first-objections.ts';
import type { PitchAnswer } from '../pitches/answers.ts';

/** What was said in guided sales of the past, by the names of objections and services. */
export type SaidLoad = {
  objected: readonly { guidedSaleId: number; name: string; hasHelped: boolean; at: Date }[];
  pitched: readonly { guidedSaleId: number; product: string; answer: PitchAnswer; at: Date }[];
  /** What sold deals bring by what was agreed on. */
  prices: readonly { dealId: number; monthlyMinor: number }[];
};

/** Writes what was objected, offered and agreed on; names that are not known fall out. */
export async function bulkLoadSaid(
  ctx: BulkCtx,
  { objected, pitched, prices }: SaidLoad,
): Promise<void> {
  await ensureObjections(ctx);
  await sql`
    insert into guided_objections (guided_sale_id, objection_id, answer_id, has_helped, happened_at)
    select g."guidedSaleId", o.id, a.id, g."hasHelped", g.at
    from   jsonb_to_recordset(${JSON.stringify(objected)}::jsonb)
             as g ("guidedSaleId" bigint, name text, "hasHelped" boolean, at timestamptz)
    join   objections o on o.name = g.name
    join   lateral (select id from objection_answers where objection_id = o.id
                    order by id limit 1) a on true`.execute(ctx.db);
  await sql`
    insert into guided_furthers (guided_sale_id, product_id, product_version_id, is_needed,
                                 kept_percent, answer, answered_at)
    select g."guidedSaleId", p.id, v.id, p.serves <> '{}', 0, g.answer, g.at
    from   jsonb_to_recordset(${JSON.stringify(pitched)}::jsonb)
             as g ("guidedSaleId" bigint, product text, answer text, at timestamptz)
    join   products p on p.name = g.product
    join   lateral (select id from product_versions where product_id = p.id
                    order by version desc limit 1) v on true
    on conflict do nothing`.execute(ctx.db);
  await sql`
    update deals d set monthly_minor = g."monthlyMinor"
    from   jsonb_to_recordset(${JSON.stringify(prices)}::jsonb)
             as g ("dealId" bigint, "monthlyMinor" bigint)
    where  d.id = g."dealId"`.execute(ctx.db);
}
