import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany, type NewEvent } from '../../kernel/events/journal.ts';
import { claimHistory } from '../../kernel/events/purge-personal-history.ts';
import { indexTickets } from '../index-tickets.ts';
import type { KeptTime } from '../norms/kept-time.ts';
import { tellWatchers } from '../watching/tell-watchers.ts';
import { type Closing, closingsOf } from '../norms/closings-of.ts';
import { settleClocks, type Stepped } from '../norms/settle-clocks.ts';
import type { Step } from '../norms/ticket-clocks.ts';
import { differences, type Stored, type Values } from './values.ts';

/** A locked ticket and what it is to become; `at` where that was earlier than now. */
export type Planned = {
  before: Stored;
  after: Values;
  at?: Date;
  /** The clocks are put back as they were, for the change is taken back. */
  restored?: KeptTime;
};

/** What made the change, told with it: a bulk change, a macro, a rule. */
export type Cause = Readonly<Record<string, number | true>>;

/** By these tickets are found, or shown to those who may see them. */
const searched = new Set(['subject', 'description', 'ownerStaffId', 'teamId', 'subscriberId']);

/**
 * The one way in which fields of tickets change: by a person, of many at once, by a macro or a
 * rule. Writes the rows, each with its line of history, and makes them findable as they are now.
 * @param options.isTold false keeps them from screens, where one event tells of all
 * @returns ids of those in which something changed
 */
export async function writeChanges(
  ctx: Ctx,
  planned: readonly Planned[],
  cause: Cause = {},
  options: { isTold?: boolean } = {},
): Promise<number[]> {
  const changed = planned
    .map((one) => ({ ...one, differing: differences(one.before, one.after) }))
    .filter(({ differing }) => differing.fields.length > 0);
  if (changed.length === 0) return [];
  const closings = await closingsOf(ctx, changed.map(({ before }) => before).filter(isDone));
  await writeRows(ctx, changed);
  const now = ctx.clock.now();
  await settleClocks(
    ctx,
    changed.flatMap((one) => stepsOf(one, one.at ?? now)),
  );
  const found = changed.filter(({ differing }) =>
    differing.fields.some((one) => searched.has(one)),
  );
  await emitMany(
    ctx,
    changed.map((one) => eventOf(one, cause, closings.get(one.before.id))),
    options,
  );
  await claimPast(ctx, changed);
  // After its line of history, by the words of which it is found too.
  await indexTickets(
    ctx,
    found.map(({ before }) => before.id),
  );
  await tellWatchers(ctx, changed, { isOfMany: cause['bulkChangeId'] !== undefined });
  return changed.map(({ before }) => before.id);
}

async function writeRows(ctx: Ctx, planned: readonly Planned[]): Promise<void> {
  const now = ctx.clock.now();
  const rows = planned.map(({ before, after, restored }) => ({
    ...after,
    id: before.id,
    closedAt: after.state === 'done' ? (restored?.closedAt ?? before.closedAt ?? now) : null,
  }));
  await sql`
    update tickets t
    set    category_id = r."categoryId", subject = r.subject, description = r.description,
           priority = r.priority, state = r.state, waits_until = r."waitsUntil",
           owner_staff_id = r."ownerStaffId", team_id = r."teamId",
           subscriber_id = r."subscriberId", account_id = r."accountId",
           service_address_id = r."serviceAddressId", attributes = r.attributes,
           closed_at = r."closedAt", updated_at = ${now}, version = t.version + 1,
           state_since = case when t.state = r.state then coalesce(t.state_since, t.updated_at)
                              else ${now} end
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
             id bigint, "categoryId" bigint, subject text, description text, priority text,
             state text, "waitsUntil" timestamptz, "ownerStaffId" bigint, "teamId" bigint,
             "subscriberId" bigint, "accountId" bigint, "serviceAddressId" bigint,
             attributes jsonb, "closedAt" timestamptz)
    where  t.id = r.id`.execute(ctx.db);
}

/** What was said on tickets while they were nobody's belongs to whoever they are with now. */
async function claimPast(ctx: Ctx, planned: readonly Planned[]): Promise<void> {
  for (const { before, after } of planned) {
    if (before.subscriberId !== null || after.subscriberId === null) continue;
    await claimHistory(ctx, 'ticket', before.id, after.subscriberId);
  }
}

/** What the clocks have to know of a change, if anything. */
function stepsOf({ before, after, restored }: Planned, at: Date): Stepped[] {
  const { categoryId, priority } = after;
  if (restored) {
    const steps = [{ type: 'restored' as const, was: restored, at }];
    return [{ id: before.id, categoryId, priority, steps }];
  }
  const isPromised =
    categoryId !== before.categoryId ||
    priority !== before.priority ||
    after.subscriberId !== before.subscriberId;
  const steps: Step[] = [
    ...(isPromised ? [{ type: 'promised' as const }] : []),
    ...(after.state === before.state
      ? []
      : [{ type: 'turned' as const, at, from: before.state, to: after.state }]),
  ];
  return steps.length === 0 ? [] : [{ id: before.id, categoryId, priority, steps }];
}

function eventOf(
  { before, after, differing }: Planned & { differing: ReturnType<typeof differences> },
  cause: Cause,
  closing: Closing | undefined,
): NewEvent {
  const { facts, words } = differing;
  const hasWords = Object.keys(words.after).length > 0;
  const type = typeOf(before, after);
  // The row keeps its last closing alone: what was known of it till now is told here.
  const undone = type === 'tickets.reopened' ? closing : undefined;
  return {
    type,
    subject: { kind: 'ticket', id: before.id },
    subscriberId: after.subscriberId,
    facts: { number: before.id, ...facts, ...cause, ...undone, fields: differing.fields },
    // With another subscriber, the words that go were the former one's.
    ...(hasWords ? { personal: words, personalOf: before.subscriberId } : {}),
  };
}

const isDone = ({ state }: Values): boolean => state === 'done';

function typeOf(before: Values, after: Values): string {
  if (isDone(before) === isDone(after)) return 'tickets.changed';
  return isDone(after) ? 'tickets.closed' : 'tickets.reopened';
}
