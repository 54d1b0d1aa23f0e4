import { api as channelsApi } from '../../channels/api.ts';
import { api as staffApi } from '../../staff/api.ts';
import { until } from '../../testing/live-screen.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { Asterisk } from '../../testing/telephony/asterisk.ts';
import type { World } from '../../testing/world.ts';
import { readyAgent } from './desk.ts';

/** An exchange beside a world, which the world's worker hears. */
export type WithExchange = {
  pbx: Asterisk;
  channelId: number;
  stop: () => Promise<void>;
};

export async function startExchange(world: World): Promise<WithExchange> {
  const pbx = new Asterisk();
  await pbx.door.open();
  const admin = await signedIn(world);
  const { port, user, password } = pbx.door;
  const given = { name: 'АТС', host: '127.0.0.1', port, user, password };
  const made = await world.via(channelsApi)('POST /api/channels/asterisk', given, admin.as);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const watch = world.watch('channels.exchanges');
  await until(() => pbx.door.signIns > 0);
  return {
    pbx,
    channelId: made.body.id,
    stop: async () => {
      await watch.stop();
      await pbx.door.close();
    },
  };
}

/** An agent who is ready and has a phone of the exchange. */
export async function agentWithPhone(
  world: World,
  extension: string,
  who: Parameters<typeof signedIn>[1] = { role: 'agent', loadLimit: 50 },
): Promise<SignedIn> {
  const agent = await readyAgent(world, who);
  const put = await world.via(staffApi)('PUT /api/me', { extension }, agent.as);
  if (put.status !== 200) throw new Error(JSON.stringify(put.body));
  return agent;
}

const TRIES = 250;
const PAUSE_MS = 20;

/** What an exchange tells takes a moment to arrive: asks again, some seconds, until it is so. */
export async function eventually<T>(ask: () => Promise<T>, isSo: (told: T) => boolean): Promise<T> {
  let told = await ask();
  for (let time = 0; time < TRIES && !isSo(told); time += 1) {
    await new Promise((go) => setTimeout(go, PAUSE_MS));
    told = await ask();
  }
  if (!isSo(told)) throw new Error(`waited in vain: ${JSON.stringify(told)}`);
  return told;
}
