import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../context.ts';
import { fail, ok, type Result } from '../result.ts';

export const KEY_LIMIT = 200;

/** A write that has not ended after this long was cut off: it may be begun anew. */
const CUT_OFF_SECONDS = 2 * 3600;

/**
 * Stands in place of an answer that named an erased person: done again, the write would bring the
 * person back.
 */
export const erasedAnswer = 'erased';

/** A write under its caller's key; `input` is what makes two calls the same. */
export type KeyedWrite = {
  key: string;
  route: string;
  input: unknown;
  /** Its answer is kept nowhere: a repeat is told that it was answered. */
  isSecret?: boolean | undefined;
  /** Its input holds a password: the key of the operator is needed to tell two of them apart. */
  takesSecret?: boolean | undefined;
};

/** The key that the caller gave this write, or null. */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? key : null;
}

/** Who asks: the same key from two callers are two keys. */
function callerOf({ actor, call }: Ctx): string {
  if (actor.kind === 'staff' || actor.kind === 'api_key') return `staff:${actor.staffId}`;
  return actor.kind === 'public' && call ? `public:${call.remoteAddress}` : actor.kind;
}

/**
 * Runs a write under the caller's key, in the write's own transaction: the first call leaves its
 * answer, a repeat gets that answer and does nothing. A repeat that comes while the first still
 * runs waits for it. A failure leaves no trace, so it may be tried again with the same key.
 */
export async function once(
  ctx: Ctx,
  write: KeyedWrite,
  work: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  if (!(await begin(ctx, write))) return repeat(ctx, write);
  const result = await work();
  if (result.ok && !write.isSecret) await keepAnswer(ctx, write, result.value);
  return result;
}

/**
 * The same for a write that opens its own transactions, as one does that takes in a file: the key
 * is taken before it and answered after it. A repeat meanwhile is told to wait; what a crash cut
 * off may be begun anew when no first call can be running any more.
 */
export async function onceApart(
  ctx: Ctx,
  write: KeyedWrite,
  work: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  if (!(await begin(ctx, write)) && !(await beginAgain(ctx, write))) return repeat(ctx, write);
  let isDone = false;
  try {
    const result = await work();
    isDone = result.ok;
    // What is done stays done under its key, also where its answer cannot be kept.
    if (result.ok && !write.isSecret) await keepAnswer(ctx, write, result.value);
    return result;
  } finally {
    if (!isDone) await rowOf(ctx.db.deleteFrom('idempotencyKeys'), ctx, write).execute();
  }
}

/**
 * `once` for a handler that finds repeats itself: in the transaction of what must not happen twice,
 * and after what may.
 */
export async function onceByCaller<T>(
  ctx: Ctx,
  route: string,
  input: unknown,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const key = ctx.call?.idempotencyKey ?? null;
  if (key === null) return work();
  if (key.length > KEY_LIMIT) {
    return fail('kernel.invalid_input', {}, { 'Idempotency-Key': 'kernel.too_long' });
  }
  // What is kept under this route's key is what `work` answered.
  return once(ctx, { key, route, input }, work) as Promise<Result<T>>;
}

function hashOf(ctx: Ctx, { input, takesSecret }: KeyedWrite): string {
  const said = JSON.stringify(input);
  if (takesSecret) return ctx.secrets.digest('idempotency')(said).toString('hex');
  return createHash('sha256').update(said).digest('hex');
}

/** @returns false where the key was used before */
async function begin(ctx: Ctx, write: KeyedWrite): Promise<boolean> {
  const taken = await ctx.db
    .insertInto('idempotencyKeys')
    .values({
      caller: callerOf(ctx),
      key: write.key,
      route: write.route,
      requestHash: hashOf(ctx, write),
      createdAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows !== 0n;
}

async function beginAgain(ctx: Ctx, write: KeyedWrite): Promise<boolean> {
  const now = ctx.clock.now();
  const cutOff = new Date(now.getTime() - CUT_OFF_SECONDS * 1000);
  const taken = await rowOf(ctx.db.updateTable('idempotencyKeys'), ctx, write)
    .set({ createdAt: now })
    .where('route', '=', write.route)
    .where('requestHash', '=', hashOf(ctx, write))
    .where('answer', 'is', null)
    .where('createdAt', '<', cutOff)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

async function repeat(ctx: Ctx, write: KeyedWrite): Promise<Result<unknown>> {
  const before = await rowOf(ctx.db.selectFrom('idempotencyKeys'), ctx, write)
    .select(['route', 'requestHash', 'answer'])
    .executeTakeFirst();
  // It failed between our two looks.
  if (!before) return fail('kernel.still_running');
  if (before.route !== write.route || before.requestHash !== hashOf(ctx, write)) {
    return fail('kernel.key_reused');
  }
  if (write.isSecret || before.answer === erasedAnswer) return fail('kernel.answered_once');
  return before.answer === null ? fail('kernel.still_running') : ok(before.answer);
}

async function keepAnswer(ctx: Ctx, write: KeyedWrite, value: unknown): Promise<void> {
  await rowOf(ctx.db.updateTable('idempotencyKeys'), ctx, write)
    .set({ answer: JSON.stringify(value ?? {}) })
    .execute();
}

type Narrowed<Q> = { where(column: 'caller' | 'key', is: '=', value: string): Q };

/** The query, narrowed to the row of this write's key. */
function rowOf<Q extends Narrowed<Q>>(query: Q, ctx: Ctx, { key }: KeyedWrite): Q {
  return query.where('caller', '=', callerOf(ctx)).where('key', '=', key);
}
