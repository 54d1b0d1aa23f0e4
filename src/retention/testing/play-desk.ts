import { sql } from 'kysely';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import type { As, Call } from '../../testing/world.ts';
import { api as workApi } from '../../work/api.ts';
import { api } from '../api.ts';
import { isHeldOut, isLikeHeldOut } from '../trial/held-out.ts';

type Version = { id: number; version: number };
type Consent = { channel?: string; purpose?: string; isGranted?: boolean };

/** A world on a Monday's noon, when people are called, with plays and who calls. */
export async function openPlayDesk() {
  const made = await createSubscribersWorld();
  const { world, me } = made;
  const agent = await signedIn(world, {
    permissions: ['retention.work', 'sales.work', 'subscribers.view'],
  });
  // Chance that is the same in every run.
  await sql`update trial_settings set salt = sha256('plays')`.execute(world.ctx.db);
  world.clock.moveTo(new Date('2026-07-06T09:00:00Z'));
  const untyped = world.via(api);
  const call = ((key, input, as: As = me.as) => untyped(key, input, as)) as Call<typeof api>;
  const moved = (seconds: number) => world.clock.advance({ seconds });
  return {
    made,
    agent,
    call,
    ...playsOf(made, call),
    hours: (count: number): void => moved(count * 3600),
    /** Somebody with an account, from whom chance withholds nothing of a play, or only live. */
    person: async (playId = 0, isHeld = false): Promise<number> => {
      for (;;) {
        const id = await made.add();
        const trial = { key: `play:${playId}` };
        if ((await isHeldOut(world.ctx, id, trial)) !== isHeld) continue;
        const { rows } = await sql<{ is: boolean }>`
          select ${isLikeHeldOut(sql`${id}::bigint`, trial)} as is`.execute(world.ctx.db);
        if (rows[0]?.is) continue;
        await addAccount(world, id);
        return id;
      }
    },
    /** A ticket that was closed just now, after so many hours. */
    complain: async (subscriberId: number, lasted = 30): Promise<void> => {
      moved(1);
      await world.ctx.pool.query(
        `insert into tickets (subscriber_id, subject, state, opened_at, closed_at, created_at,
           updated_at, category_id)
         select $1, 'Нет связи', 'done', $2::timestamptz - make_interval(hours => $3), $2, $2, $2,
           min(id) from ticket_categories`,
        [subscriberId, world.clock.now(), lasted],
      );
    },
    run: async (): Promise<void> => {
      moved(60);
      await world.tick('retention.plays');
    },
    tasks: async (as: As = agent.as) =>
      (await world.via(workApi)('GET /api/tasks', { limit: 200 }, as)).body.tasks,
    taskOf: async (subscriberId: number) => {
      const route = 'GET /api/play-tasks/of-subscriber/{subscriberId}';
      return (await call(route, { subscriberId }, agent.as)).body.taskId;
    },
    agree: (id: number, more: Consent = {}) => {
      const consent = { channel: 'phone', purpose: 'advertising', isGranted: true, ...more };
      const said = { id, source: 'Договор', ...consent } as never;
      return world.via(subscribersApi)('POST /api/subscribers/{id}/consents', said, me.as);
    },
    finish: (id: number, version: number, outcome: string, more: object = {}) => {
      const said = { id, version, outcome, ...more } as never;
      return call('POST /api/play-tasks/{id}/outcome', said, agent.as);
    },
  };
}

function playsOf({ world }: SubscribersWorld, call: Call<typeof api>) {
  let plays = 0;
  return {
    addPlay: async (more: object = {}): Promise<Version> => {
      plays += 1;
      const play = {
        name: `Мера ${plays}`,
        signal: 'complaint_closed',
        bound: 24,
        reason: 'service',
        action: 'call',
        words: 'Всё ли хорошо?',
        ...more,
      };
      const { status, body } = await call('POST /api/plays', play as never);
      if (status !== 201) throw new Error(`no play was added: ${JSON.stringify(body)}`);
      return { id: body.id, version: 1 };
    },
    switchOn: async (play: Version): Promise<void> => {
      const tried = await call('POST /api/plays/{id}/try', { id: play.id });
      const { status } = await call('POST /api/plays/{id}/switch', { ...play, isOn: true });
      if (tried.status !== 200 || status !== 200) throw new Error('a play is not on');
    },
    /** Plays of earlier tests keep silent. */
    silence: () => sql`update plays set on_since = null`.execute(world.ctx.db),
  };
}

export type PlayDesk = Awaited<ReturnType<typeof openPlayDesk>>;
