import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { GuidedSale } from '../api/guided.ts';
import { priceTogether } from '../quotes/price-lines.ts';
import type { Guided } from './lock-guided.ts';
import { besideOf, type TariffChoice } from './tariff-choice.ts';

type Shown = NonNullable<z.input<typeof GuidedSale>['agreed']>;

/** The tariff, what comes with it and what is wanted besides, as the quote of it will be. */
export async function agreedLines(ctx: Ctx, row: Guided, tariff: TariffChoice): Promise<Shown> {
  // guided_furthers_pkey
  const { rows } = await sql<{ versionId: number }>`
    select product_version_id as version_id from guided_furthers
    where  guided_sale_id = ${row.id} and answer = 'interested'
    order  by product_id`.execute(ctx.db);
  const ids = [tariff, ...besideOf(tariff), ...rows].map(({ versionId }) => versionId);
  return priceTogether(ctx, [...new Set(ids)], row);
}
