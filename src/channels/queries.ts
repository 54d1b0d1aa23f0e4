import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../kernel/api/cursor.ts';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { ok, type Result } from '../kernel/result.ts';

import type { sources } from './api/choices.ts';

type State = 'quarantined' | 'refused' | 'waiting';

type Row = {
  id: number;
  channel: (typeof sources)[number];
  state: State;
  receivedAt: Date;
  tries: number;
  error: string | null;
  name: string;
  phone: string;
  email: string;
  wanted: string;
};

/** By which channel: its id, or `form` for the site's. */
type By = number | 'form' | undefined;

function isBy(by: By): RawBuilder<unknown> {
  if (by === undefined) return sql`true`;
  return by === 'form' ? sql`channel_id is null` : sql`channel_id = ${by}`;
}

/** Messages that wait for a person's eye, newest first, and how many there are of each state. */
export async function listSetAside(
  ctx: Ctx,
  input: { cursor?: string | undefined; limit: number; state?: State | undefined; by?: By },
): Promise<Result<{ rows: Row[]; next: string | null; counts: Record<State, number> }>> {
  const states: State[] = input.state ? [input.state] : ['quarantined', 'refused'];
  const place = placeAfter(input.cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const [before] = place.value ?? [Number.MAX_SAFE_INTEGER];
  // raw_messages_set_aside (id), raw_messages_waiting (try_after, id)
  const { rows } = await sql<Row>`
    select id, channel, state, received_at, tries, error,
           coalesce(payload->>'name', payload#>>'{message,from,first_name}', '') as name,
           coalesce(payload->>'phone', '')  as phone,
           case when channel = 'email' then sender else '' end as email,
           coalesce(payload->>'wanted', payload#>>'{message,text}', '') as wanted
    from   raw_messages
    where  state = any(${states}) and id < ${before} and ${isBy(input.by)}
    order  by id desc
    limit  ${input.limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const next = rows.length > input.limit && last ? makeCursor([last.id]) : null;
  await noteLook(ctx, states, shown);
  return ok({ rows: shown, next, counts: await countSetAside(ctx, input.by) });
}

/** Whose names and phones were shown, for the audit; an empty page showed nobody's. */
async function noteLook(ctx: Ctx, states: State[], shown: Row[]): Promise<void> {
  if (shown.length === 0) return;
  await emit(ctx, {
    type: 'channels.messages_listed',
    subject: { kind: 'list', id: 0 },
    facts: { states, messageIds: shown.map(({ id }) => id) },
  });
}

async function countSetAside(ctx: Ctx, by: By): Promise<Record<State, number>> {
  const { rows } = await sql<{ state: State; count: number }>`
    select state, count(*) as count from raw_messages
    where  state in ('refused', 'quarantined') and ${isBy(by)} group by state
    union all
    select 'waiting', count(*) from raw_messages
    where  state = 'waiting' and ${isBy(by)}`.execute(ctx.db);
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  return {
    quarantined: counts.get('quarantined') ?? 0,
    refused: counts.get('refused') ?? 0,
    waiting: counts.get('waiting') ?? 0,
  };
}
