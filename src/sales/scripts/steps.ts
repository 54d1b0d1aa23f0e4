import type { Use } from '../../catalog/api.ts';

export const stepKinds = [
  'say',
  'question',
  'recommendation',
  'objections',
  'further',
  'payment',
  'end',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What of the needs an answer fills; speed is asked in Mbit/s, the budget in whole units. */
export const fillings = ['people', 'devices', 'uses', 'speedNow', 'budget'] as const;
export type Filling = (typeof fillings)[number];

export type Option = {
  label: string;
  value: number | Use | null;
  /** Where this answer leads; null: where the step does. */
  next: string | null;
};

export type Step = {
  /** By which other steps lead to it. */
  key: string;
  kind: StepKind;
  /** What is said, or asked. */
  words: string;
  /** The step after; null at an end. */
  next: string | null;
  /** Of a question alone. */
  fills: Filling | null;
  options: Option[];
};

/** An answer to a question: which options, or a number that was typed. */
export type Answer = { options: number[]; number: number | null };

/** Of several only where it is asked what the line is for. */
export const takesSeveral = ({ fills }: Step): boolean => fills === 'uses';
const counted = ['people', 'devices', 'speedNow', 'budget'] as const;

/** What a number may be typed for beside the options; null where none may. */
export const numberAsked = ({ fills }: Step): (typeof counted)[number] | null =>
  counted.find((one) => one === fills) ?? null;
