import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import type { Action } from '../plan/actions.ts';
import type { taskOutcomes } from './outcomes.ts';
import { insertList } from './insert-list.ts';
import { sampleOf } from './sample-of.ts';

/** Somebody on a list as a base brings it: held out, done, to be done today, or waiting. */
export type CareMemberLoad = {
  subscriberId: number;
  action: Action['key'];
  reasonGroup: string;
  leaveChance: number;
  savedChance: number;
  valueMinor: number;
  incentiveMinor: number;
  isHeld: boolean;
  openedAt: Date | null;
  done: { at: Date; by: number | null; outcome: (typeof taskOutcomes)[number] } | null;
  /** They have left, or said that they leave, before anybody called. */
  droppedAt: Date | null;
};

export type CareListLoad = {
  name: string;
  startedOn: string;
  startedAt: Date;
  startedBy: number | null;
  ended: { at: Date; reason: string } | null;
  contactMinor: number;
  dailyCalls: number;
  holdPercent: number;
  /** The most expected first. */
  members: readonly CareMemberLoad[];
};

/**
 * Writes a list of care that has run or runs; history, no news. How many it takes is said as for a
 * list that begins, of the least difference that one of this size can show.
 */
export async function bulkLoad(ctx: BulkCtx, list: CareListLoad): Promise<void> {
  const { members, ended, name, startedOn, startedAt, startedBy } = list;
  const { contactMinor, dailyCalls, holdPercent } = list;
  const whom = members.map(({ leaveChance, savedChance }) => {
    return { leaveChance, option: { savedChance } };
  });
  const { visiblePoints } = sampleOf(whom, { holdPercent, leastPoints: 1 });
  const leastPoints = Math.min(100, Math.ceil(visiblePoints) + 1);
  const begun = { name, startedOn, startedAt, startedBy, contactMinor, dailyCalls, holdPercent };
  const row = {
    ...begun,
    leastPoints,
    budgetMinor: members.reduce((sum, one) => sum + contactMinor + one.incentiveMinor, 0),
    slots: members.length,
    ...(ended && { endedAt: ended.at, endReason: ended.reason }),
  };
  const made = await insertList(ctx, row, whom);
  if (!made) throw new Error(`a list is called ${name} already`);
  const columns = `list_id subscriber_id place action reason_group leave_chance value_minor
    expected_minor incentive_minor cost_minor takes_call state opened_at starts_at due_at outcome spent_minor
    done_at done_by owner_staff_id`.split(/\s+/);
  const rows = members.map((one, at) => [made.id, one.subscriberId, at + 1, ...rowOf(one, list)]);
  await copyRows(ctx.client, 'care_list_members', columns, rows);
}

function rowOf(one: CareMemberLoad, { contactMinor }: CareListLoad) {
  const { openedAt, done, incentiveMinor } = one;
  const spentMinor = done ? contactMinor + (done.outcome === 'taken' ? incentiveMinor : 0) : 0;
  return [
    one.action,
    one.reasonGroup,
    one.leaveChance,
    one.valueMinor,
    Math.round(one.savedChance * one.valueMinor - contactMinor),
    incentiveMinor,
    contactMinor + incentiveMinor,
    true,
    stateOf(one),
    openedAt,
    openedAt,
    openedAt && new Date(openedAt.getTime() + DAY_MS),
    done?.outcome ?? null,
    spentMinor,
    done?.at ?? one.droppedAt,
    done?.by ?? null,
    done?.by ?? null,
  ];
}

const DAY_MS = 86_400_000;

function stateOf({ isHeld, done, droppedAt, openedAt }: CareMemberLoad): string {
  if (isHeld) return 'held';
  if (done) return 'done';
  if (droppedAt) return 'dropped';
  return openedAt ? 'open' : 'waiting';
}
