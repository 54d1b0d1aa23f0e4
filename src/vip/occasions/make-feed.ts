import { randomBytes } from 'node:crypto';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';

const SECRET_BYTES = 24;

/** By what the secret of a link is known again; the secret itself is kept nowhere. */
export const digestOf = (ctx: Ctx, secret: string): string =>
  ctx.secrets.digest('vip.feed')(secret).toString('hex');

/** Makes a link at which a calendar reads one's own clients' days; a former one answers no more. */
export async function makeFeed(ctx: Ctx): Promise<Result<{ path: string }>> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return fail('vip.no_such_feed');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const made = { digest: digestOf(ctx, secret), madeAt: ctx.clock.now() };
  await ctx.db
    .insertInto('vipFeeds')
    .values({ staffId, ...made })
    .onConflict((conflict) => conflict.column('staffId').doUpdateSet(made))
    .execute();
  await emit(ctx, { type: 'vip.feed_made', subject: { kind: 'staff', id: staffId } });
  return ok({ path: `/api/public/vip-feed/${secret}` });
}

/** Lets the link answer no longer. */
export async function endFeed(ctx: Ctx): Promise<Result<Done>> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return ok({});
  await ctx.db.deleteFrom('vipFeeds').where('staffId', '=', staffId).execute();
  await emit(ctx, { type: 'vip.feed_ended', subject: { kind: 'staff', id: staffId } });
  return ok({});
}
