/** What people propose; a reversal takes back what was posted. */
export const proposedKinds = ['compensation', 'recalculation', 'refund'] as const;
export const correctionKinds = ['compensation', 'recalculation', 'refund', 'reversal'] as const;
export const correctionStates = ['proposed', 'posted', 'refused', 'withdrawn', 'reversed'] as const;

export type ProposedKind = (typeof proposedKinds)[number];
export type CorrectionKind = (typeof correctionKinds)[number];
export type CorrectionState = (typeof correctionStates)[number];

/** Which corrections a list shows: those that wait for the asker, the asker's own, what is done. */
export const correctionQueues = ['mine_to_decide', 'waiting', 'proposed_by_me', 'decided'] as const;
export type CorrectionQueue = (typeof correctionQueues)[number];

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

export const promiseStates = ['open', 'kept', 'broken'] as const;
/** What moves in a shift of a cash desk. */
export const cashKinds = ['payment', 'return', 'in', 'out'] as const;

/** What a trust limit is made of: what adds to it, what takes away, what bounds it. */
export const trustPartKinds = [
  'base',
  'tenure',
  'paid',
  'broken',
  'suspended',
  'debt',
  'ceiling',
] as const;
/** What is given out on paper. */
export const paperKinds = ['statement', 'invoice', 'act', 'corrective_act'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What is done about a debt, and by whom. */
export const dunningWhats = ['remind', 'offer', 'limit', 'suspend'] as const;
export const dunningOutcomes = ['sent', 'by_hand', 'done'] as const;
