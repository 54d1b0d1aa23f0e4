/** The operator's own side of a movement. */
const counterparts = [
  'opening_balances',
  'revenue',
  'cash',
  'bank',
  /** Of terminals' networks and of gateways, until they pay out. */
  'gateway',
  'corrections',
  /** Payments whose account is not known yet. */
  'unidentified',
  /** Cards that were sold and not activated. */
  'cards',
  'commission',
  'write_offs',
  /** Cash between a desk and the bank or the safe. */
  'cash_in_transit',
  /** Counted in a cash desk more, or less, than there should be. */
  'cash_differences',
  /** Points that were earned, spent, and that ran out. */
  'points_issued',
  'points_spent',
  'points_expired',
  /** Money that was given for points. */
  'rewards',
] as const;
export type Counterpart = (typeof counterparts)[number];

/** Whose money moves. */
export const sideKinds = ['subscriber', 'dealer', 'wallet', ...counterparts] as const;
export type SideKind = (typeof sideKinds)[number];

/** What a movement is to those on whose accounts it stands. */
type Meaning = 'payment' | 'charge' | 'other';

/** What a movement is called, and what it means: whoever adds one says here how it is counted. */
const meanings = {
  /** One by one, and many at once as a register or a base brings them. */
  payment: 'payment',
  payments: 'payment',
  charges: 'charge',
  /** Of a base that was brought. */
  monthly_charges: 'charge',
  opening_balances: 'other',
  correction: 'other',
  reversal: 'other',
  payment_return: 'other',
  cash_moved: 'other',
  cash_difference: 'other',
  card_sale: 'other',
  card_expiry: 'other',
  dealer_payment: 'other',
  dealer_commission: 'other',
  points_earned: 'other',
  points_taken_back: 'other',
  points_pooled: 'other',
  points_expired: 'other',
  points_spent: 'other',
  /** Money on an account for points. */
  points_credit: 'other',
} as const satisfies Record<string, Meaning>;

export type EntryKind = keyof typeof meanings;

const kindsThatAre = (meaning: Meaning): readonly EntryKind[] =>
  (Object.keys(meanings) as EntryKind[]).filter((kind) => meanings[kind] === meaning);

/** Kinds by which money of a payer comes to an account. */
export const paymentKinds = kindsThatAre('payment');
/** Kinds by which an account is charged for what it has. */
export const chargeKinds = kindsThatAre('charge');
