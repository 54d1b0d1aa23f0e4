import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { paymentsApi } from '../api/payments.ts';
import type { SourceKind } from '../api/payment-kinds.ts';
import { refuseSource, type SourceFields } from './refuse-source.ts';
import { passwordHashOf } from './sign-in-source.ts';

type Made = z.output<(typeof paymentsApi)['POST /api/payment-sources']['input']>;
type Add = SourceFields & Pick<Made, 'password' | 'secretKey'> & { kind: SourceKind };
type Change = z.output<(typeof paymentsApi)['PUT /api/payment-sources/{id}']['input']>;

/** Lets payments come from somewhere, in the operator's currency. */
export async function addSource(
  ctx: Ctx,
  { kind, password, secretKey, ...fields }: Add,
): Promise<Result<{ id: number }>> {
  const refusal = await refuseSource(ctx, {
    ...fields,
    kind,
    hasPassword: password !== undefined,
    hasSecret: secretKey !== undefined,
  });
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('paymentSources')
    .values({
      kind,
      currency: ctx.operator.currency,
      ...columnsOf(fields),
      passwordHash: password === undefined ? null : passwordHashOf(password),
      secrets: secretKey === undefined ? null : ctx.secrets.seal(secretKey),
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'billing.source_added',
    subject: { kind: 'payment_source', id },
    facts: { after: { kind, ...openOf(fields) } },
  });
  return ok({ id });
}

/** Changes a source; a cash desk is changed as a desk. */
export async function changeSource(ctx: Ctx, input: Change): Promise<Result<{ version: number }>> {
  const { rows } = await sql`
    select from payment_sources where id = ${input.id} and kind = 'cash'`.execute(ctx.db);
  return rows.length > 0 ? fail('billing.no_such_source') : rewriteSource(ctx, input);
}

/** Changes a source that was seen in this version. A login that goes takes its password along. */
export async function rewriteSource(
  ctx: Ctx,
  { id, version, password, secretKey, ...fields }: Change,
): Promise<Result<{ version: number }>> {
  const before = await ctx.db
    .selectFrom('paymentSources')
    .select(['kind', 'name', 'login', 'passwordHash', 'secrets', 'isEnabled', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return fail('billing.no_such_source');
  if (before.version !== version) return fail('billing.source_changed_meanwhile');
  const kind = before.kind as SourceKind;
  const kept = fields.login === null ? null : before.passwordHash;
  const passwordHash = password === undefined ? kept : passwordHashOf(password);
  const refusal = await refuseSource(ctx, {
    ...fields,
    kind,
    hasPassword: passwordHash !== null,
    hasSecret: secretKey !== undefined || before.secrets !== null,
    id,
  });
  if (refusal) return refusal;
  await ctx.db
    .updateTable('paymentSources')
    .set({
      ...columnsOf(fields),
      passwordHash,
      ...(secretKey === undefined ? {} : { secrets: ctx.secrets.seal(secretKey) }),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  const { name, login, isEnabled } = before;
  await emit(ctx, {
    type: 'billing.source_changed',
    subject: { kind: 'payment_source', id },
    facts: {
      before: { name, login, isEnabled },
      after: openOf(fields),
      isPasswordNew: password !== undefined,
    },
  });
  return ok({ version: version + 1 });
}

/** All that is open of a source, field by field, so that no secret gets into the journal. */
const openOf = (fields: SourceFields) =>
  ({
    name: fields.name,
    login: fields.login,
    addresses: fields.addresses,
    leastMinor: fields.leastMinor,
    mostMinor: fields.mostMinor,
    isEnabled: fields.isEnabled,
    gateway: fields.gateway,
    bankAccount: fields.bankAccount,
  }) satisfies Record<keyof SourceFields, unknown>;

/** Settings stay where none are given. */
function columnsOf(fields: SourceFields) {
  const { addresses, gateway, ...columns } = openOf(fields);
  return {
    ...columns,
    addresses: sql<string[]>`${addresses}::text[]::cidr[]`,
    ...(gateway === null ? {} : { settings: JSON.stringify(gateway) }),
  };
}
