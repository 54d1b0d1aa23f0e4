import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../../kernel/result.ts';
import type { Party } from '../../api/papers.ts';
import { findAccount, lockAccount } from '../../find-account.ts';
import { tellOfAccount } from '../../tell-of-account.ts';
import { firstWrong } from './first-wrong.ts';

type Shown = Party & { version: number };

/** Who pays for an account; where nothing was said yet, what the subscriber's record knows. */
export async function showPayer(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findAccount(ctx, id, 'billing.view');
  return found.ok ? ok(await loadPayer(ctx, id)) : found;
}

async function loadPayer(ctx: Ctx, accountId: number): Promise<Shown> {
  // accounts_pkey, subscribers_pkey, payer_details_pkey
  const { rows } = await sql<Shown>`
    select coalesce(d.name, r.display_name) as name,
           coalesce(d.tax_number, r.tax_number, '') as tax_number,
           coalesce(d.tax_reason_code, '') as tax_reason_code,
           coalesce(d.registration_number, '') as registration_number,
           coalesce(d.address, '') as address, coalesce(d.version, 0) as version
    from   accounts a
    join   subscribers own on own.id = a.subscriber_id
    join   subscribers r on r.id = own.root_id
    left   join payer_details d on d.account_id = a.id
    where  a.id = ${accountId}`.execute(ctx.db);
  const [shown] = rows;
  if (!shown) throw new Error('an account that was found is gone');
  return shown;
}

/** Says who pays for an account. */
export async function changePayer(
  ctx: Ctx,
  { id, version, ...party }: Party & { id: number; version: number },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.papers');
  if (!locked.ok) return locked;
  const before = await loadPayer(ctx, id);
  if (before.version !== version) return fail('billing.changed_since');
  const wrong = firstWrong(ctx.operator.country, party);
  if (wrong) return wrong;
  const row = { ...party, version: version + 1 };
  await ctx.db
    .insertInto('payerDetails')
    .values({ accountId: id, ...row })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(row))
    .execute();
  await tellOfAccount(ctx, 'billing.payer_changed', locked.value);
  return ok({});
}
