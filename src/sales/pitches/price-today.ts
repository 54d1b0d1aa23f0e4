import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

/** What product `r` costs who takes it today; before it is sold, what it will. */
export const priceToday = (ctx: Ctx): RawBuilder<unknown> => sql`
  select monthly_fee_minor, currency from product_versions
  where  product_id = r.id order by valid_from <= ${today(ctx)} desc, version desc limit 1`;
