import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../context.ts';
import { fail, ok, type Result } from '../result.ts';

const KEY_LIMIT = 200;

/** The key that the caller gave this write, or null. */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? key.slice(0, KEY_LIMIT) : null;
}

/** Who asks: the same key from two callers are two keys. */
function callerOf(actor: Actor): string {
  if (actor.kind === 'staff' || actor.kind === 'api_key') return `staff:${actor.staffId}`;
  return actor.kind;
}

/**
 * Runs a write under the caller's key, in the write's own transaction: the first call leaves its
 * answer, a repeat gets that answer and does nothing. A repeat that comes while the first still
 * runs waits for it. A failure leaves no trace, so it may be tried again with the same key.
 */
export async function once(
  ctx: Ctx,
  request: { key: string; route: string; input: unknown; isSecret?: boolean | undefined },
  work: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const caller = callerOf(ctx.actor);
  const requestHash = createHash('sha256').update(JSON.stringify(request.input)).digest('hex');
  const taken = await ctx.db
    .insertInto('idempotencyKeys')
    .values({
      caller,
      key: request.key,
      route: request.route,
      requestHash,
      createdAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 0n) {
    const before = await ctx.db
      .selectFrom('idempotencyKeys')
      .select(['route', 'requestHash', 'answer'])
      .where('caller', '=', caller)
      .where('key', '=', request.key)
      .executeTakeFirstOrThrow();
    const isSame = before.route === request.route && before.requestHash === requestHash;
    if (!isSame) return fail('kernel.key_reused');
    return request.isSecret ? fail('kernel.answered_once') : ok(before.answer);
  }
  const result = await work();
  if (result.ok && !request.isSecret) {
    await ctx.db
      .updateTable('idempotencyKeys')
      .set({ answer: JSON.stringify(result.value ?? null) })
      .where('caller', '=', caller)
      .where('key', '=', request.key)
      .execute();
  }
  return result;
}
