import type { RiskGroup } from '../../subscribers/index.ts';
import { isSold, type OfferKind } from '../offers/kinds.ts';

/** What a play is about: whoever moves away or is no more is offered nothing by any play. */
export const playReasons = [
  'quality',
  'service',
  'price',
  'money',
  'competitor',
  'usage',
  'term',
] as const satisfies readonly RiskGroup[];
export type PlayReason = (typeof playReasons)[number];

/** What may be offered for a reason: a fault is mended before anything is given for it. */
export const allowedOffers: Readonly<Record<PlayReason, readonly OfferKind[]>> = {
  quality: ['repair', 'apology'],
  service: ['repair', 'apology'],
  price: ['tariff', 'discount', 'bonus'],
  money: ['deferral', 'tariff'],
  competitor: ['tariff', 'discount', 'bonus'],
  usage: ['tariff'],
  term: ['bonus', 'discount', 'tariff'],
};

export const playActions = ['call', 'offer', 'message'] as const;
export type PlayAction = (typeof playActions)[number];

/**
 * Where a contact stands; held is of whom chance withholds it, which agents are not told, unserved
 * of whom no call or no money was left for.
 */
export const taskStates = ['open', 'done', 'dropped', 'held', 'unserved'] as const;

/** What a contact comes to, as whoever made it says; sent is what a message comes to. */
export const taskOutcomes = [
  'helped',
  'taken',
  'declined',
  'unreached',
  'leaves',
  'returns',
  'never',
  'sent',
] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

/** Why somebody whom a signal names is not spoken to. */
export const stops = [
  'gone',
  'returned',
  'beyond',
  'refused',
  'no_consent',
  'case',
  'angry',
  'fault_first',
  'held',
  'cooling',
  'capped',
  'no_slot',
  'over_budget',
] as const;
export type Stop = (typeof stops)[number];

/** Reasons of which one speaks about the service itself. */
const ofService: readonly PlayReason[] = ['quality', 'service', 'money'];

/** Whether the law takes what a play says for advertising. */
export function isAdvertising(play: {
  aim: 'keep' | 'win_back';
  reason: PlayReason;
  offerKind: OfferKind | null;
}): boolean {
  const { aim, reason, offerKind } = play;
  if (aim === 'win_back') return true;
  return offerKind === null ? !ofService.includes(reason) : isSold(offerKind);
}

/** Whether it gives money away, which is not done while something is broken. */
export const givesMoney = (kind: OfferKind | null): boolean =>
  kind === 'discount' || kind === 'bonus';
