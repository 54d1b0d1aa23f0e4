import { sql } from 'kysely';
import { api as staffApi } from '../../staff/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import type { World } from '../../testing/world.ts';

export { ask, post } from '../../testing/requests.ts';

export const minute = 60;
export const hour = 3600;

/** Somebody at the desk: signed in, here and ready to be offered requests. */
export async function readyAgent(
  world: World,
  who: Parameters<typeof signedIn>[1] = { role: 'agent' },
): Promise<SignedIn> {
  const agent = await signedIn(world, who);
  await beReady(world, agent);
  return agent;
}

/** Says that the agent's screen is open and that the agent is ready. */
export async function beReady(world: World, agent: SignedIn): Promise<void> {
  const answer = await world.via(staffApi)('PUT /api/me/presence', { state: 'ready' }, agent.as);
  if (answer.status !== 200) throw new Error(`not ready: ${JSON.stringify(answer.body)}`);
}

/**
 * Lets time pass as the worker's sweeps would see it, with every ready screen still open.
 * @param stepSeconds how often the sweeps run; each second in life
 */
export async function pass(world: World, seconds: number, stepSeconds = 1): Promise<void> {
  for (let passed = 0; passed < seconds; passed += stepSeconds) {
    world.clock.advance({ seconds: Math.min(stepSeconds, seconds - passed) });
    const now = world.clock.now();
    await sql`update presence set last_seen_at = ${now} where is_here`.execute(world.ctx.db);
    await world.tick('conversations.offers');
    await world.tick('conversations.due');
  }
}
