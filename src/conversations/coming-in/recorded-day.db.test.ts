import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { randomOf } from '../../testing/random.ts';
import { patienceMs, runs } from '../../testing/proof.ts';
import { signedIn } from '../../testing/staff.ts';
import { startTelegram } from '../../testing/telegram/server.ts';
import { startVk } from '../../testing/vk/server.ts';
import { type Content, contentOf } from '../testing/content.ts';
import { type EveryChannel, openEveryChannel, type Servers } from '../testing/every-channel.ts';
import { eventually } from '../testing/exchange.ts';
import { recordedDay } from '../testing/recorded-day.ts';

const SEED = 20_261_126;
const days = runs(1, 100);
const AT_ONCE = 8;
vi.setConfig({ testTimeout: patienceMs(120) });

let servers: Servers;
beforeAll(async () => {
  servers = { telegram: await startTelegram(), vk: await startVk() };
});
afterAll(async () => {
  await Promise.all([servers.telegram.stop(), servers.vk.stop()]);
});

/** What the exchange says last, so that all before it has been heard: nobody calls nobody. */
const last = { Event: 'Newchannel', Channel: 'PJSIP/101-00ff', Uniqueid: 'last', Linkedid: 'last' };

/** Lets all that was brought be heard and understood, and says what became of it. */
async function settle({ world, exchange }: EveryChannel): Promise<Content> {
  exchange.pbx.door.tell({ ...last, Exten: '102' });
  await eventually(
    async () => (await world.ctx.pool.query(`select from calls where linked_id = 'last'`)).rowCount,
    (count) => count === 1,
  );
  await Promise.all([world.tick('channels.take_up'), world.tick('channels.take_up')]);
  await world.hear();
  return contentOf(world);
}

/** What the channels say of what was brought, by kind. */
async function tallies({ world }: EveryChannel) {
  const admin = await signedIn(world);
  const { rows, form } = (await world.via(channelsApi)('GET /api/channels', {}, admin.as)).body;
  const named = [...rows, { name: 'form', ...form }];
  return new Map(named.map(({ name, today }) => [name, today]));
}

test.each(Array.from({ length: days }, (_, at) => SEED + at))(
  'a day told three times, shuffled and at once comes to the same as once in order: seed %i',
  async (seed) => {
    const [inOrder, mixed] = await Promise.all([
      openEveryChannel(servers),
      openEveryChannel(servers),
    ]);
    const day = recordedDay(seed, inOrder.world.clock.now().getTime() / 1000);
    for (const news of day) await inOrder.bring(news);
    const expected = await settle(inOrder);

    const random = randomOf('order', seed);
    const order = [...day, ...day, ...day]
      .map((news) => ({ news, at: random.next() }))
      .toSorted((a, b) => a.at - b.at);
    for (let from = 0; from < order.length; from += AT_ONCE) {
      const some = order.slice(from, from + AT_ONCE);
      await Promise.all(some.map(({ news }) => mixed.bring(news)));
      if (random.chance(0.2)) await mixed.world.tick('channels.take_up');
    }
    expect(await settle(mixed)).toEqual(expected);
    const [once, thrice] = [await tallies(inOrder), await tallies(mixed)];
    for (const [name, { lost, waiting, ...of }] of thrice) {
      const { stored, refused, quarantined } = once.get(name) ?? of;
      expect({ name, lost, waiting, ...of }).toMatchObject({
        name,
        lost: 0,
        waiting: 0,
        stored: of.shown + of.noted + of.refused + of.quarantined,
      });
      expect({ name, ...of }).toMatchObject({ name, stored, refused, quarantined });
    }
    // A form that is sent again is answered again, and not counted; all else is.
    const counted = [...thrice].filter(([name]) => name !== 'form' && name !== 'АТС');
    expect(counted.map(([name, { seen }]) => [name, seen])).toEqual(
      counted.map(([name, { stored }]) => [name, stored * 3]),
    );
    await Promise.all([inOrder.close(), mixed.close()]);
  },
);
