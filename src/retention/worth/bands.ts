/** Bands of the chance of leaving within a quarter, from the calm to those nearly gone. */
export const bands = ['low', 'some', 'much'] as const;
export type Band = (typeof bands)[number];
/** From these chances on it is some, and much. */
export const BAND_BOUNDS = [0.07, 0.15] as const;
export const bandOf = (chance: number): Band =>
  chance >= BAND_BOUNDS[1] ? 'much' : chance >= BAND_BOUNDS[0] ? 'some' : 'low';
