import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { occasionsApi } from '../api/occasions.ts';
import { holdClient } from '../reach.ts';
import { readComing } from './occasion-rows.ts';

type Input = z.output<(typeof occasionsApi)['POST /api/vip/{id}/greetings']['input']>;

/** Says that somebody was greeted of a day, by whom and how: once a year. */
export async function noteGreeting(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const { key, on, way, words } = input;
  const held = await holdClient(ctx, input.id);
  if (!held.ok) return held;
  if (held.value.hasLeft) return fail('vip.has_left');
  const { id } = held.value;
  const kept = await keepGreeting(ctx, { subscriberId: id, key, on, way, words });
  if (kept === 'none') return fail('vip.no_such_occasion');
  return kept === 'greeted' ? fail('vip.greeted_already') : ok({});
}

type Kept = Pick<Input, 'key' | 'on' | 'way' | 'words'> & { subscriberId: number };

/**
 * Keeps that a client was greeted of a day. Their row is locked, so that whoever greets beside it,
 * by this key or another of the same day, is seen.
 * @returns the greeting's id; `greeted` where somebody was first, `none` where there is no such day
 */
export async function keepGreeting(
  ctx: Ctx,
  { subscriberId, key, on, ...said }: Kept,
): Promise<number | 'greeted' | 'none'> {
  await sql`select from vip_clients where id = ${subscriberId} for update`.execute(ctx.db);
  const days = await readComing(ctx, sql`v.id = ${subscriberId}`, { from: on, to: on });
  const day = days.find((one) => one.key === key);
  if (!day) return 'none';
  if (day.greetedAt) return 'greeted';
  const greeted = {
    occasionId: day.id,
    ...said,
    greetedBy: staffIdOf(ctx.actor),
    greetedAt: ctx.clock.now(),
  };
  const made = await ctx.db
    .insertInto('vipGreetings')
    .values({ subscriberId, occasionKey: key, year: Number(on.slice(0, 4)), ...greeted })
    // What stands there though nobody was greeted are words that never left.
    .onConflict((conflict) =>
      conflict
        .columns(['subscriberId', 'occasionKey', 'year'])
        .doUpdateSet({ ...greeted, outgoingMessageId: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'vip.greeted',
    subject: { kind: 'vip_client', id: subscriberId },
    subscriberId,
    facts: { way: said.way },
  });
  return made.id;
}
