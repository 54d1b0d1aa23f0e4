/** What a contact was about, and so by which card it is judged. */
export const contactKinds = ['sale', 'support', 'leaving', 'vip'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Where a part of a card applies; elsewhere it counts for nothing. */
export const conditions = ['always', 'sale', 'leaving', 'vip', 'call', 'written'] as const;
export type Condition = (typeof conditions)[number];

/** What the system knows of a contact without anybody's judgement. */
export const knownFacts = [
  'in_time',
  'recommended',
  'objection_answered',
  'pitched',
  'reason_asked',
  'offer_made',
] as const;
export type KnownFact = (typeof knownFacts)[number];

/** How an item is answered: yes or no, or by points from 0 to 4. */
export const scales = ['yes_no', 'points'] as const;

/** How long a contact took: seconds of talk, and half a minute for each message. */
export const lengths = ['short', 'middle', 'long'] as const;

/** Why a drawn contact is not judged; the next one of the same draw takes its place. */
export const skipReasons = ['no_record', 'not_theirs', 'close_person', 'broken', 'other'] as const;

/** Answers to an item: by its scale, or that it does not apply. */
export const answers = ['yes', 'no', 'na', '0', '1', '2', '3', '4'] as const;
export type Answer = (typeof answers)[number];

/** What an item of a scale may be answered by. */
export const choices = {
  yes_no: ['yes', 'no', 'na'],
  points: ['0', '1', '2', '3', '4', 'na'],
} as const satisfies Record<(typeof scales)[number], readonly Answer[]>;

/** By what row of ours an answer is known. */
export const sourceKinds = ['conversation', 'deal', 'case'] as const;

/** What is found at a point of an audit. */
export const findings = ['met', 'partly', 'unmet', 'na'] as const;
export type Finding = (typeof findings)[number];

/** What a mystery shopper pretends to want. */
export const shopperKinds = ['buying', 'asking', 'leaving'] as const;
export type ShopperKind = (typeof shopperKinds)[number];

/** By what way a mystery shopper comes. */
export const shopperChannels = ['site', 'phone', 'chat', 'messenger', 'email', 'office'] as const;

/** What is measured of contacts of shoppers, beside what a study has found with others. */
export const shopperMeasures = ['in_norm', 'recommended', 'pitched', 'reason_asked'] as const;
export type ShopperMeasure = (typeof shopperMeasures)[number];
