/** What follows a call: it is tried again by the plan, at the time that was asked, or never. */
type Follows = 'planned_try' | 'asked_try' | { callback: 'done' | 'given_up'; closing: Closing };

export const closings = [
  'reached',
  'wrong_number',
  'refused',
  'given_up',
  'not_a_request',
  'answered',
  'merged',
] as const;
export type Closing = (typeof closings)[number];

/** What can come of a call, in the order of its keys 1 to 6, the commonest first. */
export const outcomes = [
  'reached',
  'no_answer',
  'busy',
  'asked_later',
  'wrong_number',
  'refused',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Who called us was reached at a number of their own: these can come of it. */
export const incomingOutcomes: readonly Outcome[] = [
  'reached',
  'asked_later',
  'refused',
  'wrong_number',
];

/** The only place that says what an outcome means for its callback. */
export const afterOutcome: Readonly<Record<Outcome, Follows>> = {
  reached: { callback: 'done', closing: 'reached' },
  no_answer: 'planned_try',
  busy: 'planned_try',
  asked_later: 'asked_try',
  wrong_number: { callback: 'given_up', closing: 'wrong_number' },
  refused: { callback: 'done', closing: 'refused' },
};

/** After these there is nothing left to try, so the conversation closes unless it is kept open. */
export const isEnding = (outcome: Outcome): boolean => typeof afterOutcome[outcome] === 'object';
