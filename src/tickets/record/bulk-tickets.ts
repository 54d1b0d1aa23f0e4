import type { BulkHolder, Difference } from '../../work/index.ts';
import { BulkFields } from '../api/bulk.ts';
import { ticketList } from '../list-tickets.ts';
import { checkFields } from './check-fields.ts';
import { lockTickets } from './lock-tickets.ts';
import { blank, differences, fieldsIn, isStill, overlaid } from './values.ts';
import { type Planned, writeChanges } from './write-changes.ts';

/** How many tickets are changed at once and set back: by the one way in which fields change. */
export const bulkTickets = {
  list: ticketList,
  permission: 'tickets.work',
  told: { changed: 'tickets.changed_in_bulk', undone: 'tickets.bulk_undone' },
  check: (ctx, fields) => {
    const given = BulkFields.parse(fields);
    return checkFields(ctx, given, overlaid(blank, given));
  },
  apply: async (ctx, { bulkChangeId, fields }, ids) => {
    const given = BulkFields.parse(fields);
    const locked = await lockTickets(ctx, ids);
    const planned = locked.map((before) => ({ before, after: overlaid(before, given) }));
    const written = new Set(await writeChanges(ctx, planned, { bulkChangeId }, { isTold: false }));
    return planned.filter(({ before }) => written.has(before.id)).map(differenceOf);
  },
  restore: async (ctx, bulkChangeId, rows) => {
    const locked = await lockTickets(
      ctx,
      rows.map(({ id }) => id),
    );
    const kept = new Map(rows.map((row) => [row.id, row]));
    const planned = locked.flatMap((before) => {
      const row = kept.get(before.id);
      if (!row || !isStill(before, row.after)) return [];
      return [{ before, after: overlaid(before, fieldsIn(row.before)) }];
    });
    return (await writeChanges(ctx, planned, { bulkChangeId }, { isTold: false })).length;
  },
} satisfies BulkHolder;

function differenceOf({ before, after }: Planned): Difference {
  const { facts, words } = differences(before, after);
  return {
    id: before.id,
    before: { ...facts.before, ...words.before },
    after: { ...facts.after, ...words.after },
  };
}
