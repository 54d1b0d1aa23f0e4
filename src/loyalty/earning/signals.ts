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
  /** It is given at once to whoever is new, and not by night. */
  isAtOnce?: true;
  /** By `subject_id`, a subscription, which must last until it is due. */
  canBeGivenUp?: true;
  /** It stands on a month paid in time, on whose last day it was earned, and falls with it. */
  isOfMonth?: true;
  /** Nothing is known of it from before the programme. */
  isOfProgramme?: true;
};

const rules: Readonly<Record<Signal, SignalRule>> = {
  welcome: { unit: 'none', usual: 0, per: 'time', isAtOnce: true },
  on_time: { unit: 'none', usual: 0, per: 'time', isOfMonth: true },
  streak: { unit: 'months', usual: 6, per: 'time', isOfMonth: true },
  tenure: { unit: 'years', usual: 10, per: 'year' },
  spending: { unit: 'none', usual: 0, per: 'hundred', isOfMonth: true },
  add_on: { unit: 'none', usual: 0, per: 'time', canBeGivenUp: true },
  birthday: { unit: 'none', usual: 0, per: 'time', isExtra: true },
  outage: { unit: 'hours', usual: 4, per: 'time' },
  friend: { unit: 'none', usual: 0, per: 'time', isOfProgramme: true },
};

export const ruleOf = (signal: Signal): SignalRule => rules[signal];

/** Signals of which something is true. */
export const signalsWith = (is: keyof SignalRule): Signal[] =>
  signalKeys.filter((signal) => rules[signal][is] === true);
