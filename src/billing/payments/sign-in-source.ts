import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { SourceKind } from '../api/payment-kinds.ts';
import type { Source } from './source.ts';

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
