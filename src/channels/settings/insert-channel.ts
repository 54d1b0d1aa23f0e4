import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type Channel, sealed } from './load-channel.ts';

/** Each holds a line open; an operator has a handful. */
const MOST_CHANNELS = 50;

/** Of two who add the same at once, the second sees what the first has added. */
export async function lockChannels(ctx: Ctx): Promise<void> {
  await sql`lock table channels in share row exclusive mode`.execute(ctx.db);
}

type New = { [K in Channel['kind']]: Pick<Channel<K>, 'kind' | 'name' | 'settings' | 'secrets'> };

/** Adds a channel, which is read and sent from at once. */
export async function insertChannel(
  ctx: Ctx,
  { kind, name, settings, secrets }: New[Channel['kind']],
): Promise<Result<{ id: number; version: number }>> {
  const { count } = await ctx.db
    .selectFrom('channels')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= MOST_CHANNELS) return fail('channels.too_many_channels');
  const made = await ctx.db
    .insertInto('channels')
    .values({
      kind,
      name,
      settings: JSON.stringify(settings),
      secrets: secrets === null ? '' : sealed(ctx, secrets),
      createdAt: ctx.clock.now(),
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'channels.created',
    subject: { kind: 'channel', id: made.id },
    facts: { name, kind },
  });
  return ok(made);
}
