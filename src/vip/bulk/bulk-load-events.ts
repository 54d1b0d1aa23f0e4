import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { loadEvents } from '../../kernel/events/load-events.ts';
import type { Prize, Tier } from '../kinds.ts';

export type GuestLoad = {
  subscriberId: number;
  tier: Tier;
  state: 'invited' | 'accepted' | 'declined';
  companions: number;
  companionNames: string;
  wishes: string;
  /** In which of the event's teams or tables, from 0. */
  teamAt: number | null;
  hasCome: boolean | null;
  prize: { kind: Prize; itemId: number; amountMinor: number } | null;
};

export type EventLoad = {
  kind: 'evening' | 'tournament';
  name: string;
  on: string;
  beginsAt: string;
  place: string;
  inChargeId: number;
  budgetMinor: number;
  cupItemId: number | null;
  comfortItemId: number | null;
  invitedAt: Date;
  /** When it was over; none of one to come. */
  endedAt: Date | null;
  teams: readonly { name: string; seats: number; place: number | null }[];
  costs: readonly { name: string; amountMinor: number }[];
  guests: readonly GuestLoad[];
};

/** Events as a base brings them, with everybody who was asked: history, no news. */
export async function bulkLoadEvents(ctx: BulkCtx, events: readonly EventLoad[]): Promise<void> {
  for (const event of events) await load(ctx, event);
}

async function load(ctx: BulkCtx, event: EventLoad): Promise<void> {
  const { invitedAt, endedAt: _, teams, costs, guests, ...fields } = event;
  const { id: eventId } = await ctx.db
    .insertInto('vipEvents')
    .values({ ...fields, isContest: fields.kind === 'tournament', createdAt: invitedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  const teamIds: number[] = [];
  for (const team of teams) {
    const made = await ctx.db
      .insertInto('vipEventTeams')
      .values({ ...team, eventId })
      .returning('id')
      .executeTakeFirstOrThrow();
    teamIds.push(made.id);
  }
  for (const cost of costs) {
    const added = { addedBy: fields.inChargeId, addedAt: invitedAt };
    await ctx.db
      .insertInto('vipEventCosts')
      .values({ ...cost, ...added, eventId })
      .execute();
  }
  for (const guest of guests) await loadGuest(ctx, guest, { ...event, eventId, teamIds });
}

type Place = EventLoad & { eventId: number; teamIds: readonly number[] };

async function loadGuest(
  ctx: BulkCtx,
  { teamAt, prize, ...guest }: GuestLoad,
  { eventId, name, teamIds, invitedAt, endedAt, inChargeId }: Place,
): Promise<void> {
  const { id } = await ctx.db
    .insertInto('vipEventGuests')
    .values({
      ...guest,
      eventId,
      way: 'hand',
      invitedBy: inChargeId,
      invitedAt,
      toldAt: invitedAt,
      answeredAt: guest.state === 'invited' ? null : invitedAt,
      teamId: teamAt === null ? null : (teamIds[teamAt] ?? null),
      prize: prize?.kind ?? null,
      prizeItemId: prize?.itemId ?? null,
      prizeMinor: prize?.amountMinor ?? null,
      handedBy: prize ? inChargeId : null,
      handedAt: prize ? endedAt : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const told = (type: string, at: Date, more: object = {}) => ({
    type: `vip.guest_${type}`,
    occurredAt: at,
    recordedAt: at,
    subjectKind: 'vip_event_guest',
    subjectId: id,
    subscriberId: guest.subscriberId,
    facts: { eventId, event: name, ...more },
  });
  await loadEvents(ctx, [
    told('told', invitedAt, { way: 'hand' }),
    ...(endedAt && guest.hasCome ? [told('came', endedAt)] : []),
    ...(endedAt && prize ? [told('awarded', endedAt, { prize: prize.kind })] : []),
  ]);
}
