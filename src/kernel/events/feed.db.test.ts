import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { heard, probe } from '../../testing/probe.ts';
import { createWorld, type World } from '../../testing/world.ts';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../db/transaction.ts';
import type { LiveNote } from '../live/hub.ts';
import { hearEvents } from './feed.ts';
import { emit } from './journal.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld({}, [probe]);
});
afterAll(() => world.close());

const note = (ctx: Ctx, id: number): Promise<number> =>
  emit(ctx, { type: 'probe.noted', subject: { kind: 'note', id } });

const listen = (): Promise<void> => world.hear();

/** A transaction that stays open until it is told to commit. */
function openTransaction(work: (ctx: Ctx) => Promise<unknown>): {
  begun: Promise<void>;
  commit: () => Promise<void>;
} {
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const done = inTransaction(world.ctx, async (tx) => {
    await work(tx);
    begun.resolve();
    await released.promise;
  });
  return {
    begun: begun.promise,
    commit: async () => {
      released.resolve();
      await done;
    },
  };
}

describe('readers of the journal', () => {
  it('never pass a transaction that began first and commits last', async () => {
    await listen();
    const slow = openTransaction((tx) => note(tx, 1));
    await slow.begun;
    await note(world.ctx, 2);
    await hearEvents(world.ctx, 'probe', probe.hears ?? {});
    expect(heard).toEqual([]);
    await slow.commit();
    await listen();
    expect(heard.toSorted((a, b) => a - b)).toEqual([1, 2]);
    await listen();
    expect(heard).toHaveLength(2);
  });

  it('hear each once in the order of transactions, also where their numbers grow a digit', async () => {
    await listen();
    heard.length = 0;
    const now = world.clock.now();
    await sql`
      insert into events (recorded_at, occurred_at, type, subject_kind, subject_id, actor_kind,
                          facts, transaction_id)
      select ${now}, ${now}, 'probe.noted', 'note', n.note, 'system', '{}', n.number::xid8
      from   (values (21, '98'), (22, '99'), (23, '100')) as n (note, number)`.execute(
      world.ctx.db,
    );
    await sql`
      update event_cursors set transaction_id = '97', event_id = 0 where reader = 'probe'`.execute(
      world.ctx.db,
    );
    await listen();
    expect(heard.filter((id) => id > 20)).toEqual([21, 22, 23]);
    await listen();
    expect(heard.filter((id) => id > 20)).toEqual([21, 22, 23]);
  });

  it('read again what a failed reading had read', async () => {
    heard.length = 0;
    await note(world.ctx, 3);
    const fails = { 'probe.noted': () => Promise.reject(new Error('not today')) };
    // Another file's open transaction may hold the reader back for a while.
    await vi.waitFor(
      () => expect(hearEvents(world.ctx, 'probe', fails)).rejects.toThrow('not today'),
      { timeout: 20_000 },
    );
    await listen();
    expect(heard).toEqual([3]);
  });
});

it('commits what a slow reader has read, so that others need not wait for all of it', async () => {
  await listen();
  const read: number[] = [];
  await inTransaction(world.ctx, async (tx) => {
    for (const id of [11, 12, 13]) await note(tx, id);
  });
  const slow = {
    'probe.noted': async (_: Ctx, { subjectId }: { subjectId: number }) => {
      read.push(subjectId);
      world.clock.advance({ seconds: 1 });
    },
  };
  // Another file's open transaction may hold the reader back for a while.
  await vi.waitFor(async () => expect(await hearEvents(world.ctx, 'probe', slow)).toBe(1), {
    timeout: 20_000,
  });
  expect(read).toEqual([11]);
});

describe('screens', () => {
  const until = async (isDone: () => boolean): Promise<void> => {
    const deadline = Date.now() + 8000;
    while (!isDone() && Date.now() < deadline) await new Promise((go) => setTimeout(go, 20));
  };

  it('are told at commit, and after a break get all that they missed', async () => {
    const hub = world.installation.operators[0]?.hub;
    if (!hub) throw new Error('the web role has a hub');
    const told: LiveNote[] = [];
    let cursor = '';
    const leave = await hub.join({
      onNote: (one) => told.push(one),
      onCursor: (now) => {
        cursor = now;
      },
    });
    await note(world.ctx, 10);
    await until(() => told.some((one) => one.subjectId === 10));
    expect(told.filter((one) => one.subjectId === 10)).toHaveLength(1);
    const slow = openTransaction((tx) => note(tx, 11));
    await slow.begun;
    leave();
    await note(world.ctx, 12);
    await slow.commit();
    const missed: number[] = [];
    const leaveAgain = await hub.join(
      { onNote: (one) => missed.push(one.subjectId), onCursor: () => undefined },
      cursor,
    );
    expect(missed).toContain(11);
    expect(missed).toContain(12);
    leaveAgain();
  });
});

describe('the journal', () => {
  it('cannot be changed or shortened', async () => {
    await note(world.ctx, 20);
    const change = world.ctx.db.updateTable('events').set({ type: 'other' }).execute();
    await expect(change).rejects.toThrow('append-only');
    await expect(world.ctx.db.deleteFrom('events').execute()).rejects.toThrow('append-only');
  });
});
