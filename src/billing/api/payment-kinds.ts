export const sourceKinds = ['osmp', 'yookassa', 'bank', 'cash', 'cards', 'dealers'] as const;
export type SourceKind = (typeof sourceKinds)[number];
/** Cash desks are made as desks; cards and dealers are there by themselves. */
export const madeSources = ['osmp', 'yookassa', 'bank'] as const satisfies readonly SourceKind[];

export const paymentStates = ['credited', 'unidentified', 'returned'] as const;

/** What speaks for an account that a payment may be meant for. */
export const clueKinds = [
  'invoice',
  'account',
  'contract',
  'tax',
  'phone',
  'near',
  'name',
] as const;

/** What becomes of a line of a bank's statement, and why one could not be read. */
export const lineStates = ['recognised', 'unknown', 'doubted', 'repeat', 'not_incoming'] as const;
export const badLineReasons = [
  'no_sum',
  'no_date',
  'not_closed',
  'cut_short',
  'no_columns',
] as const;

/** What moves in a shift of a cash desk. */
export const cashKinds = ['payment', 'return', 'in', 'out'] as const;
