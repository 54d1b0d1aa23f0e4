import type { Ctx } from '../../kernel/context.ts';
import { fail } from '../../kernel/result.ts';
import {
  areLabels,
  type BulkHolder,
  type Difference,
  type LabelsChanged,
} from '../../work/index.ts';
import { BulkFields } from '../api/bulk.ts';
import { labelMany } from '../labels/label-many.ts';
import { ticketList } from '../list-tickets.ts';
import { isSameTime, type KeptTime, readTime, timesOf, toldSince } from '../norms/kept-time.ts';
import { checkFields } from './check-fields.ts';
import { lockTickets } from './lock-tickets.ts';
import { blank, differences, fieldsIn, isStill, overlaid, type Stored } from './values.ts';
import { type Planned, writeChanges } from './write-changes.ts';

/** One event tells screens of the whole. */
const quietly = { isTold: false } as const;

/** How many tickets are changed at once and set back: by the one way in which fields change. */
export const bulkTickets = {
  list: ticketList,
  permission: 'tickets.work',
  told: { changed: 'tickets.changed_in_bulk', undone: 'tickets.bulk_undone' },
  check: async (ctx, fields) => {
    const { addLabels = [], removeLabels: _, ...given } = BulkFields.parse(fields);
    if (!(await areLabels(ctx, addLabels))) return fail('work.label_not_found');
    return checkFields(ctx, given, overlaid(blank, given));
  },
  apply: async (ctx, { bulkChangeId, fields }, ids) => {
    const { addLabels: add, removeLabels: remove, ...given } = BulkFields.parse(fields);
    const locked = await lockTickets(ctx, ids);
    const labels = await labelMany(ctx, locked, { add, remove }, { bulkChangeId }, quietly);
    const planned = locked.map((before) => ({ before, after: overlaid(before, given) }));
    const turned = planned.filter(({ before, after }) => before.state !== after.state);
    const stood = await timesOf(
      ctx,
      turned.map(({ before }) => before),
    );
    const written = new Set(await writeChanges(ctx, planned, { bulkChangeId }, quietly));
    const stand = await timesOf(
      ctx,
      turned.map(({ before }) => before),
    );
    return planned
      .filter(({ before: { id } }) => written.has(id) || labels.has(id))
      .map((one) =>
        withLabels(withTimes(differenceOf(one), stood, stand), labels.get(one.before.id)),
      );
  },
  restore: async (ctx, bulkChangeId, rows) => {
    const locked = await lockTickets(
      ctx,
      rows.map(({ id }) => id),
    );
    const kept = new Map(rows.map((row) => [row.id, row]));
    const times = await timesToRestore(ctx, locked, kept);
    const planned = locked.flatMap((before) => {
      const row = kept.get(before.id);
      if (!row || !isStill(before, fieldsOf(row.after))) return [];
      const restored = times.get(before.id);
      const after = overlaid(before, fieldsIn(fieldsOf(row.before)));
      return [{ before, after, ...(restored && { restored }) }];
    });
    const written = await writeChanges(ctx, planned, { bulkChangeId }, quietly);
    const labelled = await restoreLabels(ctx, locked, kept, bulkChangeId);
    return new Set([...written, ...labelled]).size;
  },
} satisfies BulkHolder;

/** What was changed, without labels and how the clocks stood. */
function fieldsOf(side: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(side).filter(([key]) => key !== 'time' && key !== 'labels'),
  );
}

/** How the clocks stood, of those where nothing has happened since; others are turned as of now. */
async function timesToRestore(
  ctx: Ctx,
  locked: readonly Stored[],
  kept: ReadonlyMap<number, Difference>,
): Promise<Times> {
  const now = await timesOf(ctx, locked);
  const still = locked.flatMap(({ id }) => {
    const [stood, stand] = [kept.get(id)?.before['time'], kept.get(id)?.after['time']].map(
      readTime,
    );
    const time = now.get(id);
    return stood && stand && time && isSameTime(time, stand)
      ? [{ id, stood, since: stand.keptAt }]
      : [];
  });
  const told = await toldSince(
    ctx,
    still.map(({ id, since }) => ({ id, since })),
  );
  return new Map(still.filter(({ id }) => !told.has(id)).map(({ id, stood }) => [id, stood]));
}

type Times = ReadonlyMap<number, KeptTime>;

function withTimes(difference: Difference, stood: Times, stand: Times): Difference {
  const { id, before, after } = difference;
  if (!stood.has(id)) return difference;
  return {
    id,
    before: { ...before, time: stood.get(id) },
    after: { ...after, time: stand.get(id) },
  };
}

type LabelIds = { added: number[]; removed: number[] };

function withLabels(difference: Difference, labels: LabelsChanged | undefined): Difference {
  if (!labels) return difference;
  const [added, removed] = [labels.added, labels.removed].map((them) => them.map(({ id }) => id));
  return { ...difference, after: { ...difference.after, labels: { added, removed } } };
}

/**
 * Takes off what was put on and puts back what was taken off, of whatever somebody has not changed
 * since. Tickets of the same labels go together. @returns ids of those on which something changed
 */
async function restoreLabels(
  ctx: Ctx,
  locked: readonly Stored[],
  kept: ReadonlyMap<number, Difference>,
  bulkChangeId: number,
): Promise<number[]> {
  const labelsOf = ({ id }: Stored): string =>
    JSON.stringify(kept.get(id)?.after['labels'] ?? null);
  const restored: number[] = [];
  for (const [labels, tickets] of Map.groupBy(locked, labelsOf)) {
    const change = JSON.parse(labels) as LabelIds | null;
    if (!change) continue;
    const back = { add: change.removed, remove: change.added };
    restored.push(...(await labelMany(ctx, tickets, back, { bulkChangeId }, quietly)).keys());
  }
  return restored;
}

function differenceOf({ before, after }: Planned): Difference {
  const { facts, words } = differences(before, after);
  return {
    id: before.id,
    before: { ...facts.before, ...words.before },
    after: { ...facts.after, ...words.after },
  };
}
