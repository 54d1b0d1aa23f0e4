import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { giftKinds, giftStates, occasionKinds, reactions, recipientKinds } from '../kinds.ts';
import { Amount, at, Changed, Name, Named, Note, TierWord, Version, Words } from './shapes.ts';

const work = 'vip.work';
const manage = 'vip.manage';

export const Gift = z.object({
  id: Id,
  version: Version,
  subscriber: Named,
  tier: TierWord,
  month: DateOnly,
  deliverOn: DateOnly,
  occasionKey: z.string().nullable(),
  occasionKind: z.enum(occasionKinds).nullable(),
  item: Named,
  kind: z.enum(giftKinds),
  count: z.int(),
  costMinor: z.int(),
  recipient: z.string(),
  recipientKind: z.enum(recipientKinds),
  note: z.string(),
  state: z.enum(giftStates),
  plannedBy: Named.nullable(),
  needsSecond: z.boolean(),
  approvedBy: Named.nullable(),
  secondBy: Named.nullable(),
  overspendReason: z.string(),
  deliveredBy: Named.nullable(),
  deliveredAt: Instant.nullable(),
  /** Said to be delivered at some time, taken back or not. */
  wasDelivered: z.boolean(),
  reaction: z.enum(reactions).nullable(),
  reactionNote: z.string(),
  /** Planned or approved by the one who asks: somebody else has to approve. */
  isMine: z.boolean(),
});

const Line = z.object({
  tier: TierWord,
  occasions: z.int(),
  /** What the occasions of the month come to by what one may cost. */
  suggestedMinor: z.int(),
  amountMinor: z.int(),
  version: Version.nullable(),
  proposedMinor: z.int(),
  /** Approved and delivered. */
  spentMinor: z.int(),
});

const Item = z.object({
  name: Name,
  kind: z.enum(giftKinds),
  supplierId: Id.nullable().default(null),
  priceMinor: Amount.min(1),
  stock: z.int().min(0).max(1e6).nullable().default(null),
  isArchived: z.boolean().default(false),
});

const Settings = z.object({
  officialMostMinor: Amount,
  organisationMostMinor: Amount,
  personMostMinor: Amount,
  yearMostMinor: Amount,
  secondFromMinor: Amount,
  profitableMinor: Amount,
  highMinor: Amount,
  veryHighMinor: Amount,
  unusualTimes: z.int().min(2).max(100),
  version: Version,
});

const locked = ['vip.no_such_gift', 'vip.changed_meanwhile'];

export const giftsApi = defineApi({
  'GET /api/vip-gifts/plan': {
    summary: 'The gifts of a month beside its budget, and days for which none is planned',
    permission: work,
    input: z.object({ month: DateOnly }),
    output: z.object({
      month: DateOnly,
      currency: z.string(),
      lines: z.array(Line),
      gifts: z.array(Gift),
      open: z.array(
        z.object({
          key: z.string(),
          subscriber: Named,
          tier: TierWord,
          kind: z.enum(occasionKinds),
          name: z.string(),
          on: DateOnly,
        }),
      ),
    }),
  },
  'GET /api/vip/{id}/gifts': {
    summary: 'Gifts of one client, the latest first, with what came of them',
    permission: work,
    input: z.object({ id: Id }),
    output: z.object({ gifts: z.array(Gift), currency: z.string(), yearMinor: z.int() }),
    errors: ['vip.no_such_client'],
  },
  'PUT /api/vip-budgets': {
    summary: 'Set what the gifts of a month may cost for a tier',
    permission: 'vip.approve',
    input: z.object({
      month: DateOnly,
      tier: TierWord,
      amountMinor: Amount,
      version: Version.nullable().default(null),
    }),
    output: z.object({ version: Version }),
    errors: ['vip.changed_meanwhile', 'vip.no_month'],
  },
  'POST /api/vip-budgets/derive': {
    summary: 'Make a month’s budget of its occasions, where none is set yet',
    permission: 'vip.approve',
    input: z.object({ month: DateOnly }),
    output: z.object({ set: z.int() }),
    errors: ['vip.no_month'],
  },
  'POST /api/vip/{id}/gifts': {
    summary: 'Plan a gift within the limits of the law and of the year',
    permission: work,
    input: z.object({
      id: Id,
      itemId: Id,
      count: z.int().min(1).max(1000).default(1),
      recipient: z.string().trim().min(1).max(200),
      recipientKind: z.enum(recipientKinds),
      deliverOn: DateOnly,
      occasionKey: z.string().max(20).nullable().default(null),
      note: Note.default(''),
    }),
    output: Changed,
    errors: [
      'vip.no_such_client',
      'vip.has_left',
      'vip.no_such_item',
      'vip.no_such_occasion',
      'vip.term_past',
      'vip.gift_over_limit',
      'vip.gifts_over_year',
    ],
    status: 201,
  },
  'POST /api/vip-gifts/{id}/approve': {
    summary: 'Approve a gift of another: within the budget, or above it with a reason',
    permission: 'vip.approve',
    input: z.object({ ...at, overspendReason: Note.default('') }),
    output: Changed,
    errors: [
      ...locked,
      'vip.decided_already',
      'vip.own_wish',
      'vip.has_left',
      'vip.gift_over_limit',
      'vip.gifts_over_year',
      'vip.over_budget',
      'vip.out_of_stock',
    ],
  },
  'POST /api/vip-gifts/{id}/refuse': {
    summary: 'Refuse a gift that was proposed',
    permission: 'vip.approve',
    input: z.object({ ...at, reason: Words }),
    output: Changed,
    errors: [...locked, 'vip.decided_already'],
  },
  'POST /api/vip-gifts/{id}/cancel': {
    summary: 'Let a gift go that was not delivered: its money and its thing are free again',
    permission: work,
    input: z.object(at),
    output: Changed,
    errors: [...locked, 'vip.decided_already', 'vip.was_delivered', 'vip.own_wish'],
  },
  'POST /api/vip-gifts/{id}/deliver': {
    summary: 'Say that an approved gift was delivered',
    permission: work,
    input: z.object(at),
    output: Changed,
    errors: [...locked, 'vip.not_approved', 'vip.has_left', 'vip.too_early'],
  },
  'POST /api/vip-gifts/{id}/undeliver': {
    summary: 'Take that back: at once by whoever said it, later by a leader',
    permission: work,
    input: z.object(at),
    output: Changed,
    errors: [...locked, 'vip.not_delivered', 'vip.was_delivered', 'vip.own_wish'],
  },
  'PUT /api/vip-gifts/{id}/reaction': {
    summary: 'Record how the client took a gift',
    permission: work,
    input: z.object({ ...at, reaction: z.enum(reactions), note: Note.default('') }),
    output: Changed,
    errors: [...locked, 'vip.not_delivered'],
  },
  'GET /api/vip-gifts/audit': {
    summary: 'Who gave what to whom, and what is unusually generous',
    permission: 'vip.audit',
    input: z.object({ from: DateOnly, to: DateOnly }),
    output: z.object({
      currency: z.string(),
      gifts: z.array(Gift),
      /** Sums count all; of more gifts than can be shown the latest are. */
      isWhole: z.boolean(),
      givers: z.array(
        z.object({ staff: Named, gifts: z.int(), clients: z.int(), costMinor: z.int() }),
      ),
      /** What one gave to one client, far above what is usual between two. */
      unusual: z.array(
        z.object({
          staff: Named,
          subscriber: Named,
          gifts: z.int(),
          costMinor: z.int(),
          usualMinor: z.int(),
        }),
      ),
    }),
    errors: ['vip.wrong_period'],
  },
  'GET /api/vip-gift-items': {
    summary: 'What can be given, by whom it is brought, and how much of it there is',
    permission: work,
    input: Nothing,
    output: z.object({
      items: z.array(
        Item.extend({ id: Id, version: Version, supplier: z.string().nullable() }).required(),
      ),
      suppliers: z.array(z.object({ id: Id, name: z.string(), contact: z.string() })),
      currency: z.string(),
    }),
  },
  'POST /api/vip-gift-items': {
    summary: 'Add a gift to the catalogue',
    permission: manage,
    input: Item,
    output: z.object({ id: Id }),
    errors: ['vip.name_taken', 'vip.no_such_supplier'],
    status: 201,
  },
  'PUT /api/vip-gift-items/{id}': {
    summary: 'Change it, count its stock anew, or put it away',
    permission: manage,
    input: Item.extend(at),
    output: Changed,
    errors: ['vip.name_taken', 'vip.no_such_supplier', 'vip.no_such_item', 'vip.changed_meanwhile'],
  },
  'POST /api/vip-suppliers': {
    summary: 'Add a supplier',
    permission: manage,
    input: z.object({ name: Name, contact: z.string().trim().max(300).default('') }),
    output: z.object({ id: Id }),
    errors: ['vip.name_taken'],
    status: 201,
  },
  'GET /api/vip-gift-settings': {
    summary: 'Limits of gifts, and what an occasion may cost',
    permission: manage,
    input: Nothing,
    output: Settings.extend({ currency: z.string() }),
  },
  'PUT /api/vip-gift-settings': {
    summary: 'Put other limits in force',
    permission: manage,
    input: Settings,
    output: z.object({ version: Version }),
    errors: ['vip.changed_meanwhile'],
  },
});
