import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { GuidedSale } from '../api/guided.ts';
import { addedBy } from './added-by.ts';
import { agreedLines } from './agreed-lines.ts';
import type { Guided } from './lock-guided.ts';
import type { TariffChoice } from './tariff-choice.ts';

type Shown = z.input<typeof GuidedSale>;
type Noted = { id: number; name: string; hasHelped: boolean };

type Said = Pick<Shown, 'agreed' | 'objections' | 'furthers'>;

/** What was said in a guided sale so far; at its end also what is agreed on. */
export async function saidIn(
  ctx: Ctx,
  row: Guided,
  { tariff, isAtEnd }: { tariff: TariffChoice | null; isAtEnd: boolean },
): Promise<Said> {
  return {
    agreed: tariff && isAtEnd ? await agreedLines(ctx, row, tariff) : null,
    objections: await objectionsOf(ctx, row.id),
    furthers: await furthersOf(ctx, row, tariff),
  };
}

/** What was objected in a guided sale, in its order. */
async function objectionsOf(ctx: Ctx, guidedSaleId: number): Promise<Noted[]> {
  // guided_objections_sale (guided_sale_id, id)
  const { rows } = await sql<Noted>`
    select g.id, o.name, g.has_helped
    from   guided_objections g join objections o on o.id = g.objection_id
    where  g.guided_sale_id = ${guidedSaleId} order by g.id`.execute(ctx.db);
  return rows;
}

type Stored = Omit<Shown['furthers'][number], 'addedMinor'> & { versionId: number };

/**
 * Services that are offered beside, each with its argument where one was prepared.
 * @param taken to which they are added
 */
async function furthersOf(
  ctx: Ctx,
  { id, conversationId }: Guided,
  taken: TariffChoice | null,
): Promise<Shown['furthers']> {
  // guided_furthers_pkey, pitches_product_id_key, pitch_answers_conversation
  const { rows } = await sql<Stored>`
    select f.product_id, v.id as version_id, r.name, v.monthly_fee_minor, p.argument,
           v.connection_fee_minor as once_minor, v.instalments, f.is_needed, f.kept_percent,
           coalesce(f.answer, x.answer) as answer
    from   guided_furthers f
    join   products r on r.id = f.product_id
    join   product_versions v on v.id = f.product_version_id
    left   join pitches p on p.product_id = f.product_id and p.is_on
    left   join pitch_answers x on x.pitch_id = p.id and x.conversation_id = ${conversationId}
    where  f.guided_sale_id = ${id}
    order  by f.is_needed desc, f.kept_percent desc, f.product_id`.execute(ctx.db);
  if (!taken || rows.length === 0) {
    return rows.map((one) => ({ ...one, addedMinor: one.monthlyFeeMinor }));
  }
  const wishes = rows.map(({ versionId, answer }) => ({
    versionId,
    isWanted: answer === 'interested',
  }));
  const added = await addedBy(ctx, taken, wishes);
  return rows.map((one) => ({
    ...one,
    addedMinor: added.get(one.versionId) ?? one.monthlyFeeMinor,
  }));
}
