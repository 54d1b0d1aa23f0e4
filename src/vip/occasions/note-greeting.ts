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
  const days = await readComing(ctx, sql`v.id = ${id}`, { from: on, to: on });
  if (!days.some((one) => one.key === key)) return fail('vip.no_such_occasion');
  const isNew = await keepGreeting(ctx, { subscriberId: id, key, on, way, words });
  return isNew ? ok({}) : fail('vip.greeted_already');
}

type Kept = Pick<Input, 'key' | 'on' | 'way' | 'words'> & { subscriberId: number };

/** @returns whether nobody had greeted them of it in that year */
export async function keepGreeting(ctx: Ctx, kept: Kept): Promise<boolean> {
  const { subscriberId, key, on, way, words } = kept;
  const made = await ctx.db
    .insertInto('vipGreetings')
    .values({
      subscriberId,
      occasionKey: key,
      year: Number(on.slice(0, 4)),
      way,
      words,
      greetedBy: staffIdOf(ctx.actor),
      greetedAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return false;
  await emit(ctx, {
    type: 'vip.greeted',
    subject: { kind: 'vip_client', id: subscriberId },
    subscriberId,
    facts: { way, on },
  });
  return true;
}
