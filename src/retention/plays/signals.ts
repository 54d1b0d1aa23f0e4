/** In what a signal's number is told. */
type Unit = 'days' | 'hours' | 'percent' | 'none';

export type SignalRule = {
  aim: 'keep' | 'win_back';
  unit: Unit;
  /** The number to begin with. */
  usual: number;
  /** What it was before is not kept: history shows only what holds now. */
  isPresentOnly?: true;
};

/** What a play begins with. Ones of leaving are about who has left already. */
export const signals = {
  outage: { aim: 'keep', unit: 'hours', usual: 4 },
  complaint_closed: { aim: 'keep', unit: 'hours', usual: 24 },
  price_change: { aim: 'keep', unit: 'none', usual: 0 },
  contract_end: { aim: 'keep', unit: 'days', usual: 30 },
  discount_end: { aim: 'keep', unit: 'days', usual: 14 },
  suspended: { aim: 'keep', unit: 'days', usual: 180 },
  short: { aim: 'keep', unit: 'days', usual: 3, isPresentOnly: true },
  segment: { aim: 'keep', unit: 'none', usual: 0 },
  risk: { aim: 'keep', unit: 'percent', usual: 15, isPresentOnly: true },
  left: { aim: 'win_back', unit: 'days', usual: 30 },
  speed_came: { aim: 'win_back', unit: 'none', usual: 0, isPresentOnly: true },
  better_tariff: { aim: 'win_back', unit: 'none', usual: 0 },
  competitor_gone: { aim: 'win_back', unit: 'none', usual: 0 },
} as const satisfies Record<string, SignalRule>;

export type Signal = keyof typeof signals;
export const signalKeys = Object.keys(signals) as [Signal, ...Signal[]];

export const ruleOf = (signal: Signal): SignalRule => signals[signal];
