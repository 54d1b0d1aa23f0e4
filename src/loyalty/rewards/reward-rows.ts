import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { rewardsApi } from '../api/rewards.ts';
import type { RewardKind } from './kinds.ts';

export type RewardFields = z.output<(typeof rewardsApi)['POST /api/loyalty/rewards']['input']>;

export type Reward = {
  id: number;
  name: string;
  kind: RewardKind;
  points: number;
  value: number;
  days: number;
  productVersionId: number | null;
  stock: number | null;
  mostPerMonth: number | null;
  budgetMinor: number | null;
  levelId: number | null;
};

/** Something that is given still, locked: of what there are few, two are not given one. */
export async function lockReward(ctx: Ctx, id: number): Promise<Reward | null> {
  // rewards_pkey
  const { rows } = await sql<Reward>`
    select id, name, kind, points, value, days, product_version_id, stock, most_per_month, budget_minor,
           level_id
    from   rewards where id = ${id} and archived_at is null
    for    no key update`.execute(ctx.db);
  return rows[0] ?? null;
}

const lasting: readonly RewardKind[] = ['discount', 'service_days', 'speed'];
const WHOLE_PERCENT = 100;

/** Why something cannot be given as it is described, or null. */
export async function refuseReward(ctx: Ctx, fields: RewardFields): Promise<Fail | null> {
  const { kind, value, days, productVersionId } = fields;
  const wrong = (field: string): Fail =>
    fail('loyalty.reward_without_value', {}, { [field]: 'loyalty.reward_without_value' });
  if (lasting.includes(kind) && days === 0) return wrong('days');
  if ((kind === 'discount' || kind === 'airtime') && value === 0) return wrong('value');
  if (kind === 'discount' && value > WHOLE_PERCENT) return wrong('value');
  if (fields.levelId !== null && !(await isLevel(ctx, fields.levelId))) {
    return fail('loyalty.no_such_level', {}, { levelId: 'loyalty.no_such_level' });
  }
  if (kind !== 'speed') return null;
  const missing = fail(
    'loyalty.no_such_product',
    {},
    { productVersionId: 'loyalty.no_such_product' },
  );
  if (productVersionId === null) return missing;
  // product_versions_pkey, products_pkey
  const { rows } = await sql`
    select from product_versions v join products p on p.id = v.product_id
    where  v.id = ${productVersionId} and p.kind = 'addon' and p.archived_at is null`.execute(
    ctx.db,
  );
  return rows.length > 0 ? refuseCharged(ctx, productVersionId) : missing;
}

/** Why something is no present: whoever is connected to it is charged for that, or null. */
export async function refuseCharged(ctx: Ctx, productVersionId: number): Promise<Fail | null> {
  // product_versions_pkey
  const { rows } = await sql`
    select from product_versions
    where  id = ${productVersionId} and connection_fee_minor > 0`.execute(ctx.db);
  if (rows.length === 0) return null;
  const field = { productVersionId: 'loyalty.product_with_fee' };
  return fail('loyalty.product_with_fee', {}, field);
}

async function isLevel(ctx: Ctx, id: number): Promise<boolean> {
  // loyalty_levels_pkey; it is held, so that nobody takes it away meanwhile.
  const { rows } = await sql`
    select from loyalty_levels where id = ${id} for key share`.execute(ctx.db);
  return rows.length > 0;
}

/** Without what does not go with its kind. */
export const rowOf = ({ productVersionId, ...fields }: RewardFields) => ({
  ...fields,
  productVersionId: fields.kind === 'speed' ? productVersionId : null,
});
