import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { GuidedSale } from '../api/guided.ts';
import type { Guided } from './lock-guided.ts';

type Shown = z.input<typeof GuidedSale>;
type Noted = { id: number; name: string; hasHelped: boolean };

/** What was objected in a guided sale, in its order. */
export async function objectionsOf(ctx: Ctx, guidedSaleId: number): Promise<Noted[]> {
  // guided_objections_sale (guided_sale_id, id)
  const { rows } = await sql<Noted>`
    select g.id, o.name, g.has_helped
    from   guided_objections g join objections o on o.id = g.objection_id
    where  g.guided_sale_id = ${guidedSaleId} order by g.id`.execute(ctx.db);
  return rows;
}

/** Services that are offered beside, each with its argument where one was prepared. */
export async function furthersOf(
  ctx: Ctx,
  { id, conversationId }: Guided,
): Promise<Shown['furthers']> {
  // guided_furthers_pkey, pitches_product_id_key, pitch_answers_conversation
  const { rows } = await sql<Shown['furthers'][number]>`
    select f.product_id, r.name, v.monthly_fee_minor, p.argument, f.is_needed, f.kept_percent,
           coalesce(f.answer, x.answer) as answer
    from   guided_furthers f
    join   products r on r.id = f.product_id
    join   product_versions v on v.id = f.product_version_id
    left   join pitches p on p.product_id = f.product_id and p.is_on
    left   join pitch_answers x on x.pitch_id = p.id and x.conversation_id = ${conversationId}
    where  f.guided_sale_id = ${id}
    order  by f.is_needed desc, f.kept_percent desc, f.product_id`.execute(ctx.db);
  return rows;
}
