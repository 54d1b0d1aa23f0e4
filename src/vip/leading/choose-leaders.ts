import type { Temper } from '../kinds.ts';

/** Somebody who leads clients, with how many they have. */
export type Leading = {
  staffId: number;
  clients: number;
  mostClients: number;
  tempers: readonly Temper[];
};

/**
 * For each client who has nobody, who is to lead them: of those who have room, one who gets on with
 * people of their kind before others, then the one with the smallest part of their room taken, then
 * the first. Whoever nobody has room for stays nobody's.
 * @returns by client
 */
export function chooseLeaders(
  clients: readonly { id: number; temper: Temper | null }[],
  people: readonly Leading[],
): Map<number, number> {
  const loads = new Map(people.map(({ staffId, clients: count }) => [staffId, count]));
  const chosen = new Map<number, number>();
  for (const { id, temper } of clients) {
    const load = (one: Leading): number => (loads.get(one.staffId) ?? 0) / one.mostClients;
    const fits = (one: Leading): number =>
      temper !== null && one.tempers.includes(temper) ? 0 : 1;
    const best = people
      .filter((one) => load(one) < 1)
      .reduce<Leading | undefined>((first, one) => {
        if (!first) return one;
        const isBetter =
          fits(one) - fits(first) || load(one) - load(first) || one.staffId - first.staffId;
        return isBetter < 0 ? one : first;
      }, undefined);
    if (!best) continue;
    chosen.set(id, best.staffId);
    loads.set(best.staffId, (loads.get(best.staffId) ?? 0) + 1);
  }
  return chosen;
}
