import type { SummedField } from '../kernel/list/summed-field.ts';

/** Whether a conversation `c` was touched later than was promised. */
export const isLate = 'c.touched_at > c.touch_due_at';

const own = {
  entity: 'subscribers',
  type: 'number',
  from: 'conversations c join subscribers m on m.id = c.subscriber_id',
  owner: 'm.root_id',
  at: 'c.opened_at',
  value: 'count(*)',
} as const;

/** How often somebody turned to us, and was not touched in time; conversations_opened. */
export const conversationSums: readonly SummedField[] = [
  { ...own, key: 'contacts', where: 'c.merged_into_id is null' },
  {
    ...own,
    key: 'lateTouches',
    where: `c.merged_into_id is null and ${isLate}`,
  },
];
