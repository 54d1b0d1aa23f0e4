import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { movesOn } from './told-in-time.ts';

type Told = {
  product: string;
  beforeMinor: number;
  afterMinor: number;
  currency: string;
  fromOn: string;
};

/** Notes that a person told somebody whom no channel reaches; only now will they be moved. */
export async function tellByPerson(
  ctx: Ctx,
  { id, accountId }: { id: number; accountId: number },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  // price_moves_account (account_id)
  const { rows } = await sql<Told>`
    update price_moves m
    set    told_at = ${ctx.clock.now()}, way = 'person', moves_on = ${await movesOn(ctx)}
    from   price_changes c
    join   product_versions b on b.id = c.from_version_id
    join   product_versions n on n.id = c.to_version_id
    join   products p on p.id = b.product_id
    where  c.id = m.price_change_id and c.id = ${id} and c.state = 'announced'
    and    m.account_id = ${accountId} and m.way is null and m.done_at is null
    returning p.name as product, b.monthly_fee_minor as before_minor, b.currency,
              n.monthly_fee_minor as after_minor, m.moves_on as from_on`.execute(ctx.db);
  for (const one of rows) {
    await tellOfAccount(ctx, 'billing.price_change_told', locked.value, one);
  }
  return rows.length > 0 ? ok({}) : fail('billing.told_already');
}
