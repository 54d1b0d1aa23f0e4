import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Fail } from '../../kernel/result.ts';
import type { OfferKind } from './kinds.ts';

type Fields = { kind: OfferKind; value: number; months: number; groupIds: readonly number[] };

/** Why an offer cannot be given as it is written, if it cannot. */
export async function refuseOffer(ctx: Ctx, fields: Fields): Promise<Fail | null> {
  const { kind, value, months, groupIds } = fields;
  const code = 'retention.offer_without_value';
  const isDiscount = kind === 'discount' || kind === 'bonus';
  if ((isDiscount || kind === 'apology') && value === 0) return fail(code, {}, { value: code });
  if (kind === 'discount' && value > 100) return fail(code, {}, { value: code });
  if (isDiscount && months === 0) return fail(code, {}, { months: code });
  // leaving_reasons_pkey
  const { rows } = await sql`
    select from leaving_reasons
    where  id = any(${[...groupIds]}::bigint[]) and parent_id is null`.execute(ctx.db);
  return rows.length < new Set(groupIds).size ? fail('retention.no_such_reason') : null;
}
