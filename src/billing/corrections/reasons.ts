import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { Reason } from '../api/settings.ts';

/** Why money is mostly given back, until the operator says otherwise. */
const first: Record<Language, readonly string[]> = {
  ru: [
    'Не было связи',
    'Низкая скорость',
    'Начислено по ошибке',
    'Неверный тариф',
    'Платёж зачислен не туда',
    'Жест доброй воли',
  ],
  en: [
    'No connection',
    'Slow connection',
    'Charged by mistake',
    'Wrong tariff',
    'Payment credited wrongly',
    'Goodwill',
  ],
};

/** Gives an operator who has no reasons the first ones. */
export async function ensureFirstReasons(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await sql`
      insert into correction_reasons (name, created_at)
      select name, ${ctx.clock.now()} from unnest(${first[ctx.operator.language]}::text[]) as name
      where  not exists (select from correction_reasons)
      on conflict (name) do nothing`.execute(ctx.db);
  });
}

/** By name; those no longer used stand last. There are dozens at most. */
export async function listReasons(ctx: Ctx): Promise<Result<{ reasons: Reason[] }>> {
  const { rows } = await sql<Reason>`
    select id, name, archived_at is not null as is_archived
    from   correction_reasons
    order  by archived_at is not null, id`.execute(ctx.db);
  return ok({ reasons: rows });
}

/** A name stands for one reason. */
export async function refuseName(ctx: Ctx, name: string, own: number | null): Promise<Fail | null> {
  const { rows } = await sql`
    select from correction_reasons
    where  name = ${name} and id is distinct from ${own}`.execute(ctx.db);
  return rows.length === 0
    ? null
    : fail('billing.reason_taken', {}, { name: 'billing.reason_taken' });
}
