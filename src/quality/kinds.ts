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
