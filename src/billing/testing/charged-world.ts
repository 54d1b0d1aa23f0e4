import { type Call, createWorld, type World } from '../../testing/world.ts';
import type { Wiring } from '../../kernel/wiring.ts';
import { signedIn } from '../../testing/staff.ts';
import { api } from '../api.ts';
import { History } from './charging-history.ts';
import type { Settings } from './held-account.ts';
import type { ModelVersion } from './charging-model.ts';

/** A tariff without anything besides its fee. */
export const nothing = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };

export type ChargedWorld = {
  world: World;
  history: History;
  /** As the administrator, where nobody else is said. */
  call: Call<typeof api>;
  /** An account of that version, or of the first. */
  addOne: (version?: ModelVersion) => Promise<{ id: number; subscriberId: number }>;
};

/**
 * A world in which charging is on since February 2026, or as `settings` say.
 * @param at where the clock stands; where a world's clock begins, if nothing is said
 */
export async function openChargedWorld(
  settings: Partial<Settings> = {},
  at: string | null = null,
  extra: readonly Wiring[] = [],
): Promise<ChargedWorld> {
  const world = await createWorld({}, extra);
  if (at !== null) world.clock.moveTo(new Date(at));
  const { as } = await signedIn(world);
  const untyped = world.via(api);
  const history = new History(world, as, {
    proration: 'day',
    beginsOn: '2026-02-01',
    graceDays: 3,
    postpaidGraceDays: 9,
    spares: false,
    ...settings,
  });
  await history.open();
  return {
    world,
    history,
    call: (key, input, who = as) => untyped(key, input, who),
    addOne: async (version = history.versions[0]) => {
      if (!version) throw new Error('no version');
      const { id } = await history.addAccount(version, false);
      const { rows } = await world.ctx.pool.query<{ subscriberId: number }>(
        'select subscriber_id as "subscriberId" from accounts where id = $1',
        [id],
      );
      return { id, subscriberId: rows[0]?.subscriberId ?? 0 };
    },
  };
}
