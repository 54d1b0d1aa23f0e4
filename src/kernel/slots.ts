/**
 * A slot is a hole that an earlier domain leaves for later ones: it declares what fits, they fill
 * it in their wiring, and main puts them together. So facts never import decisions.
 */
export type Slot<T> = {
  readonly name: string;
  /** In the order of the domains; each with the name of the domain it came from. */
  fills: readonly { domain: string; piece: T }[];
};

export type Fill = { slot: Slot<unknown>; piece: unknown };

export function defineSlot<T>(name: string): Slot<T> {
  return { name, fills: [] };
}

/** Used in `wiring.ts`; typed by the slot. */
export function fill<T>(slot: Slot<T>, piece: T): Fill {
  return { slot, piece };
}

/** Puts every domain's pieces into their slots. Run once, before the first request. */
export function assembleSlots(
  wirings: readonly { domain: string; fills?: readonly Fill[] }[],
): void {
  const filled = new Map<Slot<unknown>, { domain: string; piece: unknown }[]>();
  for (const { domain, fills = [] } of wirings) {
    for (const { slot, piece } of fills) {
      const pieces = filled.get(slot) ?? [];
      pieces.push({ domain, piece });
      filled.set(slot, pieces);
    }
  }
  for (const [slot, pieces] of filled) slot.fills = pieces;
}
