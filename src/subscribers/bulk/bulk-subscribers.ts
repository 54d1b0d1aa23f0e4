import type { BulkHolder } from '../../work/index.ts';
import { BulkFields } from '../api/bulk.ts';
import { subscriberList } from '../list-subscribers.ts';
import { checkFields } from '../record/check-fields.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { applyToMany, restoreMany } from './change-rows.ts';
import { tellEach } from './tell-change.ts';

/** How many subscribers are changed at once, and set back. */
export const bulkSubscribers = {
  list: subscriberList,
  permission: 'subscribers.edit',
  told: { changed: 'subscribers.changed_in_bulk', undone: 'subscribers.bulk_undone' },
  check: (ctx, fields) => checkFields(ctx, BulkFields.parse(fields)),
  apply: async (ctx, { bulkChangeId, fields }, ids) => {
    const wanted = BulkFields.parse(fields);
    const differences = await applyToMany(ctx, wanted, ids);
    await tellEach(ctx, bulkChangeId, differences);
    // What search shows goes by owner and team; nothing else of these is searched.
    if (wanted.ownerStaffId !== undefined || wanted.teamId !== undefined) {
      await indexSubscriber(
        ctx,
        differences.map(({ id }) => id),
      );
    }
    return differences;
  },
  restore: async (ctx, bulkChangeId, rows) => {
    const restored = await restoreMany(ctx, rows);
    await tellEach(ctx, bulkChangeId, restored);
    const isOwned = restored.some(({ after }) => 'owner_staff_id' in after || 'team_id' in after);
    if (isOwned) {
      await indexSubscriber(
        ctx,
        restored.map(({ id }) => id),
      );
    }
    return restored.length;
  },
} satisfies BulkHolder;
