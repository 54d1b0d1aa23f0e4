import type { Use } from '../../catalog/api.ts';

/** What somebody says of the home that is to be connected. Sums are minor units a month. */
export type Needs = {
  people: number;
  /** Phones, computers, television sets that are on line at once. */
  devices: number;
  /** `tv`: channels are wanted, not only films. */
  uses: readonly Use[];
  /** The speed one has now, by another provider or by us; null: none, or not known. */
  speedNowKbps: number | null;
  budgetMinor: number | null;
};

/** From so much need on less than a hundred megabits is no offer, where the line bears more. */
export const WANTS_MORE_KBPS = 50_000;
/** Above this stands what is offered first then. */
export const HUNDRED_KBPS = 100_000;

// What each needs at once, in kbit/s: a film in 4K takes 15 to 25 Mbit/s, a stream of a camera up
// to 8, a call with picture 4 to 8, a game little, but its updates much. Rounded up.
const EACH_PERSON_KBPS = 8000;
const EACH_DEVICE_KBPS = 2000;
const EACH_FILM_KBPS = 25_000;
const GAMES_KBPS = 30_000;
const WORK_KBPS = 20_000;
const CAMERAS_KBPS = 16_000;

/** The least speed, in kbit/s, at which nobody of the home waits for another; not less than now. */
export function neededKbps({ people, devices, uses, speedNowKbps }: Needs): number {
  const has = (use: Use): boolean => uses.includes(use);
  const together =
    people * EACH_PERSON_KBPS +
    devices * EACH_DEVICE_KBPS +
    (has('video') ? Math.ceil(people / 2) * EACH_FILM_KBPS : 0) +
    (has('games') ? GAMES_KBPS : 0) +
    (has('work') ? WORK_KBPS : 0) +
    (has('cameras') ? CAMERAS_KBPS : 0);
  return Math.max(together, speedNowKbps ?? 0);
}
