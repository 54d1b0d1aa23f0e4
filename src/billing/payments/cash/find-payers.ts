import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { addressText } from '../../../subscribers/index.ts';
import type { cashApi } from '../../api/cash.ts';
import { findByClues } from '../unidentified/find-by-clues.ts';
import { numbersIn } from '../unidentified/numbers-in.ts';
import { availableJoins } from '../../states/available.ts';

type Payer = z.input<(typeof cashApi)['GET /api/cash/payers']['output']>['payers'][number];
type Place = Parameters<typeof addressText>[0];

/** Whom the one before the window means: by a number, a name, a phone or an address. */
export async function findPayers(
  ctx: Ctx,
  { q }: { q: string },
): Promise<Result<{ payers: Payer[] }>> {
  const currency = await currencyOfShift(ctx);
  if (currency === null) return fail('billing.no_open_shift');
  const found = await findByClues(ctx, {
    text: q,
    name: q,
    // What is typed into this field may be a number whole, however short.
    numbers: [...new Set([q, ...numbersIn(q)])],
    near: [],
    currency,
    permission: 'billing.cash',
  });
  const ids = found.map(({ accountId }) => accountId);
  const known = new Map((await standingOf(ctx, ids)).map((one) => [one.accountId, one]));
  return ok({
    payers: found.map(({ accountId, account, contract, state, subscriberName }): Payer => {
      const { balanceMinor = 0, place = null } = known.get(accountId) ?? {};
      const address = place === null ? null : addressText(place, ctx.language);
      const holder = subscriberName;
      return { accountId, account, contract, state, holder, address, balanceMinor };
    }),
  });
}

async function currencyOfShift(ctx: Ctx): Promise<string | null> {
  // cash_shifts_open_staff (staff_id), payment_sources_pkey
  const { rows } = await sql<{ currency: string }>`
    select p.currency from cash_shifts s join payment_sources p on p.id = s.desk_id
    where  s.staff_id = ${staffIdOf(ctx.actor)} and s.ended_at is null`.execute(ctx.db);
  return rows[0]?.currency ?? null;
}

type Standing = { accountId: number; balanceMinor: number; place: Place | null };

/** What stands on each account, and where its holder lives: a namesake is told by it. */
async function standingOf(ctx: Ctx, ids: readonly number[]): Promise<Standing[]> {
  // accounts_pkey, ledger_accounts_account, service_addresses_subscriber, then primary keys
  const { rows } = await sql<Standing>`
    select a.id as account_id, coalesce(stands.balance_minor, 0) as balance_minor,
           (select jsonb_build_object('rawText', v.raw_text, 'city', t.city, 'streetKind', t.kind,
                     'street', t.name, 'building', b.number, 'flat', m.flat)
            from   service_addresses v
            left   join premises  m on m.id = v.premise_id
            left   join buildings b on b.id = m.building_id
            left   join streets   t on t.id = b.street_id
            where  v.subscriber_id = a.subscriber_id and v.removed_at is null
            order  by v.id is distinct from a.service_address_id, v.is_primary desc, v.id
            limit  1) as place
    from   accounts a ${availableJoins}
    where  a.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  return rows;
}
