/** What a dealer is paid for. */
export const commissionKinds = ['payment_percent', 'card_percent', 'card_sum'] as const;
export type CommissionKind = (typeof commissionKinds)[number];

export const cardStates = ['stock', 'given', 'sold', 'activated', 'expired'] as const;
export type CardState = (typeof cardStates)[number];

export const deedKinds = [
  'given',
  'returned',
  'sold',
  'sale_undone',
  'blocked',
  'unblocked',
  'expired',
] as const;
export type DeedKind = (typeof deedKinds)[number];

/** Deeds of the operator's staff; what expires does so by itself. */
export const staffDeeds = [
  'given',
  'returned',
  'sold',
  'sale_undone',
  'blocked',
  'unblocked',
] as const;

export const payWays = ['cash', 'bank'] as const;

/** As many digits as a PIN has. */
export const PIN_DIGITS = 14;
/** As many as a number has on the card. */
export const NUMBER_DIGITS = 7;

/** A card's number as it is printed: `АБ1 0000042`. */
export const cardNumber = (series: string, number: number): string =>
  `${series} ${String(number).padStart(NUMBER_DIGITS, '0')}`;
