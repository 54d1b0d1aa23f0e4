import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { SourceKind } from '../api/payment-kinds.ts';
import type { paymentsApi } from '../api/payments.ts';
import { type SourceGuard, sourceGuards } from '../api/source-guards.ts';

type Made = z.output<(typeof paymentsApi)['POST /api/payment-sources']['input']>;
/** All that is open of a source. */
export type SourceFields = Omit<Made, 'kind' | 'password' | 'secretKey'>;

type Weighed = SourceFields & {
  kind: SourceKind;
  hasPassword: boolean;
  hasSecret: boolean;
  id?: number;
};

/** Money from anybody who knows the address would be anybody's word: it shows who it is. */
const refuseUnguarded: Record<SourceGuard, (source: Weighed) => Result<never> | null> = {
  login_or_address: ({ login, addresses }) =>
    login === null && addresses.length === 0
      ? fail('billing.source_unguarded', {}, { login: 'billing.source_unguarded' })
      : null,
  secret_key: ({ gateway, hasSecret }) =>
    gateway === null || !hasSecret
      ? fail('billing.gateway_incomplete', {}, { secretKey: 'billing.gateway_incomplete' })
      : null,
  ours: () => null,
};

/** What hinders a source to be as it is wanted. */
export async function refuseSource(ctx: Ctx, source: Weighed): Promise<Result<never> | null> {
  const { login, leastMinor, mostMinor, hasPassword } = source;
  if (mostMinor !== null && mostMinor < leastMinor) {
    return fail('billing.most_below_least', {}, { mostMinor: 'billing.most_below_least' });
  }
  if ((login !== null) !== hasPassword) {
    return fail('billing.source_unguarded', {}, { password: 'billing.source_unguarded' });
  }
  const unguarded = refuseUnguarded[sourceGuards[source.kind]](source);
  if (unguarded) return unguarded;
  // payment_sources_name_key, payment_sources_login_key, payment_sources_bank_account
  const { rows } = await sql<{ field: string }>`
    select case when name = ${source.name} then 'name' when login = ${login} then 'login'
                else 'bankAccount' end as field
    from   payment_sources
    where  (name = ${source.name} or login = ${login} or bank_account = ${source.bankAccount})
    and    id is distinct from ${source.id ?? null}::bigint limit 1`.execute(ctx.db);
  if (!rows[0]) return null;
  return fail('billing.source_taken', {}, { [rows[0].field]: 'billing.source_taken' });
}
