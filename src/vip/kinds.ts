/** How much a client is worth to us, from a large group to a few. */
export const tiers = ['profitable', 'high', 'very_high'] as const;
export type Tier = (typeof tiers)[number];

export const clientStates = ['member', 'candidate', 'former', 'none'] as const;

/** What kind of people somebody is, or gets on with. */
export const tempers = ['businesslike', 'friendly', 'demanding', 'technical', 'reserved'] as const;
export type Temper = (typeof tempers)[number];

/** What may lack to be a member. */
export const lacks = ['charges', 'months', 'careful'] as const;

/** Whose day it is. */
export const occasionKinds = ['head', 'contact', 'company', 'own', 'other'] as const;
export type OccasionKind = (typeof occasionKinds)[number];

/** How somebody was greeted. */
export const greetingWays = ['email', 'telegram', 'vk', 'call', 'visit', 'card'] as const;

/** Of these, in writing. */
export const writtenWays = ['email', 'telegram', 'vk'] as const;

export const giftKinds = [
  'flowers',
  'cognac',
  'stationery',
  'branded',
  'sim',
  'airtime',
  'certificate',
  'phone',
  'original',
] as const;

export const giftStates = ['proposed', 'approved', 'delivered', 'refused', 'cancelled'] as const;

/** Who takes a gift: the law limits what officials and organisations may. */
export const recipientKinds = ['official', 'organisation', 'person'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

export const reactions = ['delighted', 'thanked', 'calm', 'none', 'declined'] as const;

/** What a sheet tells of, in the order in which it is looked at. */
export const lineKinds = [
  'trouble',
  'dropping',
  'escalation',
  'balance',
  'occasion',
  'event',
  'gift',
  'step',
  'open',
  'ending',
  'silence',
  'missing',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** With what a playbook begins by itself; by hand it always may. */
export const playbookStarts = ['hand', 'admitted', 'dropping', 'wish_to_leave'] as const;
export type PlaybookStart = (typeof playbookStarts)[number];

export const playbookOutcomes = ['solved', 'kept', 'lost', 'given_up'] as const;
export type PlaybookOutcome = (typeof playbookOutcomes)[number];

/** Who does a step. */
export const stepOwners = ['personal_manager', 'leader', 'engineer'] as const;

/** What a client is given for a time that others are not. */
export const termsKinds = ['percent', 'sum', 'fixed', 'free', 'longer', 'no_suspension'] as const;
export type TermsKind = (typeof termsKinds)[number];

/** Of an account, which has no services to choose and whose price they change in nothing. */
export const isOfAccount = (kind: TermsKind): boolean =>
  kind === 'longer' || kind === 'no_suspension';

export const termsStates = ['proposed', 'approved', 'refused', 'ended'] as const;

/** Why two have to approve terms. */
export const secondReasons = ['below_floor', 'long', 'dear'] as const;
export type SecondReason = (typeof secondReasons)[number];

/** What guests are asked to; its own kind an operator names. */
export const eventKinds = ['evening', 'tournament', 'own'] as const;

/** How somebody stands to an invitation; withdrawn is one that we took back. */
export const guestStates = ['invited', 'accepted', 'declined', 'withdrawn'] as const;

/** How an invitation goes: written by itself, or said by whoever leads the client. */
export const invitingWays = ['message', 'hand'] as const;

/** What winners take, and what all others who came do. */
export const prizes = ['cup', 'comfort'] as const;
export type Prize = (typeof prizes)[number];

/** What was said of a guest and can be taken back. */
export const guestDeeds = ['invitation', 'answer', 'attendance', 'prize'] as const;

export const costStates = ['asked', 'stands', 'removed'] as const;
