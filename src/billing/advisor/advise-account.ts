import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Advice, advisorApi } from '../api/advisor.ts';
import { findAccount } from '../find-account.ts';
import { loadAdvisorSettings } from './advisor-settings.ts';
import { judged } from './judged.ts';
import { NOW, priceTariffs } from './price-tariffs.ts';
import { type Window, windowOf } from './window.ts';

type Shown = z.input<(typeof advisorApi)['GET /api/accounts/{id}/advice']['output']>;

/** What each tariff would have cost an account on what it really used, and which fits it best. */
export async function adviseAccount(
  ctx: Ctx,
  { id, months }: { id: number; months?: number | undefined },
): Promise<Result<Shown>> {
  const found = await findAccount(ctx, id, 'billing.view');
  if (!found.ok) return found;
  const { state, currency, erasedAt } = found.value;
  const settings = await loadAdvisorSettings(ctx);
  const window = await windowOf(ctx, settings, months);
  const advices = await inTransaction(ctx, async (tx) => {
    await priceTariffs(tx, window, sql`a.id = ${id}`);
    return readAdvices(tx, window);
  });
  const { fromMonth, thisMonth: toMonth } = window.terms;
  const isOpen = erasedAt === null && state !== 'closed';
  const may = {
    serve: isOpen && reachOf(ctx.actor, 'billing.serve') !== null,
    seeEffect: reachOf(ctx.actor, 'billing.advisor') !== null,
  };
  return ok({ currency, fromMonth, toMonth, settings, advices, may });
}

/** Of what was priced in this transaction. */
async function readAdvices(ctx: Ctx, window: Window): Promise<Advice[]> {
  const { rows } = await sql<Advice>`
    with ${judged(window)}
    select c.service, c.subscription_id, c.months,
           c.months >= ${window.settings.leastMonths} as is_enough, c.is_measured, c.is_shared,
           jsonb_build_object(
             'bytes', coalesce(c.bytes, 0), 'leastBytes', coalesce(c.least_bytes, 0),
             'mostBytes', coalesce(c.most_bytes, 0), 'seconds', coalesce(c.seconds, 0),
             'workPercent', round(c.work_percent), 'restPercent', round(c.rest_percent)) as use,
           jsonb_build_object(
             'name', p.name, 'speedKbps', v.speed_kbps, 'meanMinor', coalesce(n.mean_minor, 0),
             'leastMinor', coalesce(n.least_minor, 0), 'mostMinor', coalesce(n.most_minor, 0),
             'usageMinor', coalesce(n.usage_minor, 0),
             'isMetered', exists (select from usage_rates q where q.product_version_id = v.id
                                  and q.price_minor > 0)) as now,
           o.best_version_id, coalesce(o.offered, '[]') as offered
    from   advice_cases c
    join   product_versions v on v.id = c.version_id
    join   products p on p.id = v.product_id
    left   join totals n on n.account_id = c.account_id and n.service = c.service
                        and n.version_id = ${NOW}
    left   join lateral (
      select min(j.offered_id) filter (where j.place = 1 and j.is_fit) as best_version_id,
             jsonb_agg(jsonb_build_object(
               'versionId', j.offered_id, 'productId', w.product_id, 'name', q.name,
               'speedKbps', w.speed_kbps, 'monthlyFeeMinor', w.monthly_fee_minor,
               'connectionFeeMinor', w.connection_fee_minor,
               'includedBytes', w.included_bytes, 'includedSeconds', w.included_seconds,
               'isMetered', j.is_metered, 'usageMinor', j.usage_minor,
               'meanMinor', j.mean_minor, 'leastMinor', j.least_minor,
               'mostMinor', j.most_minor, 'objections', j.objections) order by j.place) as offered
      from   judged j
      join   product_versions w on w.id = j.offered_id
      join   products q on q.id = w.product_id
      where  j.account_id = c.account_id and j.service = c.service) o on true
    order  by c.service`.execute(ctx.db);
  return rows;
}
