/** What an offer is; repairing what is broken goes before any discount. */
export const offerKinds = ['repair', 'deferral', 'tariff', 'apology', 'discount', 'bonus'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** Offers that are advertising: for them people must have agreed to hear it. */
const sold: readonly OfferKind[] = ['tariff', 'discount', 'bonus'];
export const isSold = (kind: OfferKind): boolean => sold.includes(kind);
/** What is given away, and does not mend what was wrong: one of them at a time. */
export const giftKinds: readonly OfferKind[] = ['apology', 'discount', 'bonus'];

export const offerAnswers = ['taken', 'refused'] as const;

/** Why nothing is offered. */
export const offerSilences = ['no_reason', 'beyond', 'angry', 'repeated', 'leaving'] as const;
export type OfferSilence = (typeof offerSilences)[number];

/** Why an offer may not be given now. */
export const hindrances = ['archived', 'beneath', 'cooling', 'over_budget'] as const;
export type Hindrance = (typeof hindrances)[number];

/** At the desk an offer is also not said where it costs more than it is expected to bring. */
export const deskHindrances = [...hindrances, 'worthless'] as const;
export type DeskHindrance = (typeof deskHindrances)[number];
