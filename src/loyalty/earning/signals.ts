/** What points are given for. */
export const signalKeys = [
  'welcome',
  'on_time',
  'streak',
  'tenure',
  'spending',
  'add_on',
  'birthday',
  'outage',
  'friend',
] as const;
export type Signal = (typeof signalKeys)[number];

export type SignalRule = {
  /** What the bound is counted in. */
  unit: 'none' | 'months' | 'years' | 'hours';
  usual: number;
  /** What the points of a rule are for: each time, each year, or a hundred of what was charged. */
  per: 'time' | 'year' | 'hundred';
  /** A present that nobody has earned: chance withholds it from the control. Points never are. */
  isExtra?: true;
};

const rules: Readonly<Record<Signal, SignalRule>> = {
  welcome: { unit: 'none', usual: 0, per: 'time' },
  on_time: { unit: 'none', usual: 0, per: 'time' },
  streak: { unit: 'months', usual: 6, per: 'time' },
  tenure: { unit: 'years', usual: 10, per: 'year' },
  spending: { unit: 'none', usual: 0, per: 'hundred' },
  add_on: { unit: 'none', usual: 0, per: 'time' },
  birthday: { unit: 'none', usual: 0, per: 'time', isExtra: true },
  outage: { unit: 'hours', usual: 4, per: 'time' },
  friend: { unit: 'none', usual: 0, per: 'time' },
};

export const ruleOf = (signal: Signal): SignalRule => rules[signal];
