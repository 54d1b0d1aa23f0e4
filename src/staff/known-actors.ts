import type pg from 'pg';
import type { Actor, Ctx } from '../kernel/context.ts';

/** Knowing who asks is most of a small request, so an answer serves for this long. */
const FRESH_MS = 10_000;
const MOST_KEPT = 5000;

type Kept = { actor: Actor; keptAt: number; expiresAt: Date | null };
type Register = { kept: Map<string, Kept>; generation: number };

const registers = new WeakMap<pg.Pool, Register>();

function registerOf(pool: pg.Pool): Register {
  const register = registers.get(pool) ?? { kept: new Map<string, Kept>(), generation: 0 };
  registers.set(pool, register);
  return register;
}

/**
 * The actor behind a credential, looked up at most every ten seconds.
 * @param credential a hash or a signed value; two people never have the same
 * @param look finds the actor and until when the credential is good
 */
export async function knownActor(
  ctx: Ctx,
  credential: string,
  look: () => Promise<{ actor: Actor; expiresAt: Date | null } | null>,
): Promise<Actor | null> {
  const register = registerOf(ctx.pool);
  const now = ctx.clock.now().getTime();
  const kept = register.kept.get(credential);
  if (kept && isFresh(kept, now)) return kept.actor;
  const { generation } = register;
  const found = await look();
  // What was changed while we were looking may have made the answer old.
  if (found && register.generation === generation) {
    if (register.kept.size >= MOST_KEPT) register.kept.clear();
    register.kept.set(credential, { ...found, keptAt: now });
  }
  return found?.actor ?? null;
}

function isFresh({ keptAt, expiresAt }: Kept, now: number): boolean {
  const isRecent = now >= keptAt && now < keptAt + FRESH_MS;
  return isRecent && (expiresAt === null || now < expiresAt.getTime());
}

/** Makes a change of rights, keys or sessions felt at the very next request. */
export function forgetActors({ pool }: Pick<Ctx, 'pool'>): void {
  const register = registerOf(pool);
  register.generation += 1;
  register.kept.clear();
}
