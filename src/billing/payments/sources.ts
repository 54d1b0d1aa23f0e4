import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Side } from '../../ledger/index.ts';
import type { SourceKind } from '../api/kinds.ts';

/** Where the money of a source stands with us. */
const ownSides = {
  osmp: 'gateway',
  yookassa: 'gateway',
  bank: 'bank',
  cash: 'cash',
  cards: 'cards',
} as const satisfies Record<Exclude<SourceKind, 'dealers'>, string>;

/** Whether its money is on a bank account of ours, so that the bank's statement tells of it too. */
export const standsAtBank = (kind: SourceKind): boolean =>
  kind !== 'dealers' && ownSides[kind] === 'bank';

/** Where a payment of that source stands; a dealer has it in its own hands. */
export function ownSideOf(kind: SourceKind, dealerId?: number): Side {
  if (kind !== 'dealers') return { own: ownSides[kind] };
  if (dealerId === undefined) throw new Error('a payment at a dealer names the dealer');
  return { dealerId };
}

/** The source of what later domains bring in; it makes itself, once for a currency. */
export async function innerSource(
  ctx: Ctx,
  kind: 'cards' | 'dealers',
  currency: string,
): Promise<Pick<Source, 'id' | 'kind' | 'currency'>> {
  // The sources are few.
  const find = () =>
    sql<Pick<Source, 'id' | 'kind' | 'currency'>>`
      select id, kind, currency from payment_sources
      where  kind = ${kind} and currency = ${currency} order by id limit 1`.execute(ctx.db);
  const { rows } = await find();
  if (rows[0]) return rows[0];
  const name = `${innerNames[ctx.operator.language][kind]}, ${currency}`;
  await sql`
    insert into payment_sources (kind, name, currency, created_at)
    values (${kind}, ${name}, ${currency}, ${ctx.clock.now()})
    on     conflict do nothing`.execute(ctx.db);
  const made = (await find()).rows[0];
  if (!made) throw new Error(`another source is called ${name}`);
  return made;
}

const innerNames = {
  ru: { cards: 'Интернет-карты', dealers: 'Дилеры' },
  en: { cards: 'Internet cards', dealers: 'Dealers' },
} as const;

export type Source = {
  id: number;
  kind: SourceKind;
  currency: string;
  isEnabled: boolean;
  leastMinor: number;
  mostMinor: number | null;
};

type Guarded = Source & { passwordHash: string | null; isFromThere: boolean };

/**
 * The source that signs in so from that address; null where nobody does. One without a login is
 * known by its address alone.
 */
export async function signInSource(
  ctx: Ctx,
  kind: SourceKind,
  shown: { login: string | null; password: string; address: string },
): Promise<Source | null> {
  // payment_sources_login_key (login); the sources are few
  const { rows } = await sql<Guarded>`
    select s.id, s.kind, s.currency, s.is_enabled, s.least_minor, s.most_minor, s.password_hash,
           s.addresses = '{}' or ${shown.address}::inet <<= any (s.addresses) as is_from_there
    from   payment_sources s
    where  s.kind = ${kind} and s.login is not distinct from ${shown.login}
    and    (s.login is not null or s.addresses <> '{}')
    order  by s.id`.execute(ctx.db);
  const found = rows.find(
    ({ passwordHash, isFromThere }) =>
      isFromThere && (passwordHash === null || isPassword(shown.password, passwordHash)),
  );
  if (!found) return null;
  const { passwordHash: _, isFromThere: __, ...source } = found;
  return source;
}

/** A machine's password is long and random, so one round is enough, and none is too slow for it. */
export const passwordHashOf = (password: string): string =>
  createHash('sha256').update(`bereg source|${password}`).digest('hex');

function isPassword(shown: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(passwordHashOf(shown)), Buffer.from(hash));
}
