import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { paymentsApi } from '../api/payments.ts';

type Answer = z.input<(typeof paymentsApi)['GET /api/payment-sources']['output']>;

/** Sources with what came from each today; they are few. */
export async function listSources(ctx: Ctx): Promise<Result<Answer>> {
  // payments_received (received_at, id), payments_source_id_external_id_key
  const { rows } = await sql<Answer['sources'][number]>`
    with day as (
      select source_id, count(*) as payments, sum(amount_minor)::bigint as amount_minor,
             max(received_at) as last_at
      from   payments
      where  received_at >= ${today(ctx)}::timestamp at time zone ${ctx.operator.timeZone}
      group  by source_id)
    select s.id, s.kind, s.name, s.currency, s.login, s.least_minor, s.most_minor, s.is_enabled, s.bank_account,
           s.version, nullif(s.settings, '{}') as gateway,
           s.addresses::text[] as addresses, d.last_at,
           jsonb_build_object('payments', coalesce(d.payments, 0),
                              'amountMinor', coalesce(d.amount_minor, 0)) as today
    from   payment_sources s left join day d on d.source_id = s.id
    order  by s.name`.execute(ctx.db);
  return ok({ sources: rows });
}
