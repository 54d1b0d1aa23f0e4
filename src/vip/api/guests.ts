import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';
import { eventKinds, guestDeeds, guestStates, invitingWays, prizes } from '../kinds.ts';
import { at, Changed, Named, Note, TemperWord, TierWord, Words } from './shapes.ts';

const permission = 'vip.work';

export const Guest = z.object({
  ...at,
  subscriber: Named,
  tier: TierWord,
  acting: Named.nullable(),
  state: z.enum(guestStates),
  way: z.enum(invitingWays),
  invitedBy: Named.nullable(),
  toldAt: Instant.nullable(),
  /** Words that were written and never left. */
  isLost: z.boolean(),
  companions: z.int(),
  companionNames: z.string(),
  wishes: z.string(),
  teamId: Id.nullable(),
  hasCome: z.boolean().nullable(),
  /** What they are to be handed by the results, or were. */
  prize: z.enum(prizes).nullable(),
  prizeMinor: z.int().nullable(),
  handedAt: Instant.nullable(),
  hasLeft: z.boolean(),
});

const Candidate = z.object({
  subscriber: Named,
  tier: TierWord,
  acting: Named.nullable(),
  /** Whether there is a way to write to them. */
  isReached: z.boolean(),
});

const Filter = z.object({
  id: Id,
  tiers: z.array(TierWord).max(3).default([]),
  kind: z.enum(['person', 'organisation']).nullable().default(null),
  actingId: Id.nullable().default(null),
  temper: TemperWord.nullable().default(null),
});

const locked = ['vip.no_such_guest', 'vip.changed_meanwhile', 'vip.event_over'];

export const guestsApi = defineApi({
  'POST /api/vip-events/{id}/candidates': {
    summary: 'Whom one may invite: clients who are with us, want messages and are not invited yet',
    permission,
    input: Filter,
    output: z.object({
      candidates: z.array(Candidate),
      isWhole: z.boolean(),
      /** Clients of the filter who want no messages. */
      refused: z.int(),
    }),
    errors: ['vip.no_such_event', 'vip.not_in_charge'],
    repeats: 'harmless',
  },
  'POST /api/vip-events/{id}/guests': {
    summary: 'Invite clients: in writing within the hours of greetings, or by whoever leads them',
    permission,
    input: z.object({
      id: Id,
      subscriberIds: z.array(Id).min(1).max(500),
      way: z.enum(invitingWays),
    }),
    output: z.object({ invited: z.int(), passed: z.int() }),
    errors: ['vip.no_such_event', 'vip.not_in_charge', 'vip.event_over'],
    status: 201,
  },
  'POST /api/vip-event-guests/{id}/tell': {
    summary: 'Say that somebody was invited in person',
    permission,
    input: z.object(at),
    output: Changed,
    errors: [...locked, 'vip.told_already'],
  },
  'PUT /api/vip-event-guests/{id}': {
    summary: 'Note what somebody answered, whom they bring and what they wish',
    permission,
    input: z.object({
      ...at,
      answer: z.enum(['accepted', 'declined']),
      companions: z.int().min(0).max(20).default(0),
      companionNames: z.string().trim().max(500).default(''),
      wishes: Note.default(''),
    }),
    output: Changed,
    errors: [...locked, 'vip.seats_taken', 'vip.prize_handed'],
  },
  'PUT /api/vip-event-guests/{id}/seat': {
    summary: 'Give a guest a place at a table or in a team, with those they bring; or none',
    permission,
    input: z.object({ ...at, teamId: Id.nullable() }),
    output: Changed,
    errors: [
      ...locked,
      'vip.not_in_charge',
      'vip.not_accepted',
      'vip.no_such_team',
      'vip.seats_taken',
      'vip.prize_handed',
    ],
  },
  'PUT /api/vip-event-guests/{id}/attendance': {
    summary: 'Say whether somebody came',
    permission,
    input: z.object({ ...at, hasCome: z.boolean() }),
    output: Changed,
    errors: [...locked, 'vip.event_not_yet', 'vip.prize_handed'],
  },
  'POST /api/vip-event-guests/{id}/prize': {
    summary: 'Say that a guest was handed the prize: within their limits of gifts and the budget',
    permission,
    input: z.object(at),
    output: Changed,
    errors: [
      ...locked,
      'vip.no_prize',
      'vip.no_prize_item',
      'vip.prize_handed',
      'vip.has_left',
      'vip.gift_over_limit',
      'vip.gifts_over_year',
      'vip.event_over_budget',
      'vip.out_of_stock',
    ],
  },
  'POST /api/vip-event-guests/{id}/undo': {
    summary: 'Take back what was said of a guest, with the reason',
    permission,
    input: z.object({ ...at, what: z.enum(guestDeeds), reason: Words }),
    output: Changed,
    errors: [...locked, 'vip.nothing_to_undo', 'vip.not_in_charge', 'vip.prize_handed'],
  },
  'GET /api/vip/{id}/events': {
    summary: 'To what a client was asked, whether they came and what they got',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      events: z.array(
        z.object({
          eventId: Id,
          name: z.string(),
          kind: z.enum(eventKinds),
          on: DateOnly,
          isCancelled: z.boolean(),
          state: z.enum(guestStates),
          companions: z.int(),
          wishes: z.string(),
          team: z.string().nullable(),
          place: z.int().nullable(),
          hasCome: z.boolean().nullable(),
          prize: z.enum(prizes).nullable(),
        }),
      ),
    }),
    errors: ['vip.no_such_client'],
  },
});
