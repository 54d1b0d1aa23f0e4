import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { TrustPart, TrustPreview, TrustRule } from '../api/trust.ts';
import { holderJoins, reachesAccount } from '../reach.ts';
import { openWhom } from '../whom.ts';
import { sayTrust } from './say-trust.ts';
import { targetOf } from './target.ts';

type Touched = Omit<TrustPreview['sample'][number], 'words'> & { parts: TrustPart[] };
type Counts = Omit<TrustPreview, 'sample' | 'currency'> & { sample: Touched[] };

const SAMPLE = 10;
const MOST_MS = 30_000;

/** Whose limits a rule would make others: counted over all accounts, without a change. */
export async function previewTrust(given: Ctx, rule: TrustRule): Promise<Result<TrustPreview>> {
  return inTransaction(given, async (ctx): Promise<Result<TrustPreview>> => {
    await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true)`.execute(ctx.db);
    const target = targetOf(ctx, rule, await openWhom(ctx), sql`true`);
    if (!target.ok) return target;
    // trust_limits_pkey
    const { rows } = await sql<Counts>`
      with ${target.value},
      compared as materialized (
        select t.account_id, t.target_minor as after, t.parts, coalesce(c.limit_minor, 0) as before
        from   target t left join trust_limits c on c.account_id = t.account_id),
      shown as (
        select t.account_id, a.number as account, t.before, t.after, t.parts
        from   compared t
        join   accounts a on a.id = t.account_id ${holderJoins}
        where  t.after <> t.before and ${reachesAccount(ctx, 'billing.view')}
        order  by t.after > t.before, t.account_id limit ${SAMPLE})
      select count(*) filter (where before > 0) as before,
             count(*) filter (where after > 0) as after,
             coalesce(sum(before), 0)::bigint as before_minor,
             coalesce(sum(after), 0)::bigint as after_minor,
             count(*) filter (where after > before) as raised,
             count(*) filter (where after < before) as lowered,
             (select coalesce(jsonb_agg(jsonb_build_object(
                'accountId', account_id, 'account', account, 'beforeMinor', before,
                'afterMinor', after, 'parts', parts)), '[]') from shown) as sample
      from   compared`.execute(ctx.db);
    const [counts] = rows;
    if (!counts) throw new Error('a count without a row');
    const sample = counts.sample.map(({ parts, ...one }) => ({
      ...one,
      words: sayTrust(ctx, one.afterMinor, parts),
    }));
    return ok({ ...counts, currency: ctx.operator.currency, sample });
  });
}
