import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { coverageApi } from '../api/coverage.ts';
import { offersAt } from '../competitors/offers-at.ts';
import { countWishes } from './count-wishes.ts';
import { coverageOf } from './coverage-of.ts';
import { findBuilding } from './find-building.ts';
import { stopsOf } from './stops-of.ts';

type Opened = z.input<(typeof coverageApi)['GET /api/buildings/{id}']['output']>;

/** A building with all that is known of selling there. */
export async function openBuilding(ctx: Ctx, { id }: { id: number }): Promise<Result<Opened>> {
  const found = await findBuilding(ctx, id);
  if (!found.ok) return found;
  // street_former_names_street_id_key_key
  const formerNames = await ctx.db
    .selectFrom('streetFormerNames')
    .select(['id', 'name', 'fromOn', 'untilOn'])
    .where('streetId', '=', found.value.streetId)
    .orderBy('untilOn', 'desc')
    .orderBy('id')
    .execute();
  return ok({
    ...found.value,
    formerNames,
    coverage: await coverageOf(ctx, id),
    stops: await stopsOf(ctx, { buildingId: id }),
    offers: await offersAt(ctx, [id]),
    wishes: await countWishes(ctx, id),
  });
}
