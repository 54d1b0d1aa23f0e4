import type { SummedField } from '../kernel/list/summed-field.ts';

const own = {
  entity: 'subscribers',
  type: 'number',
  owner: 'm.root_id',
  value: 'count(*)',
} as const;
const answers = 'pitch_answers w join subscribers m on m.id = w.subscriber_id';

/** What was offered to somebody and wanted by them; pitch_answers_answered, deals_opened. */
export const salesSums: readonly SummedField[] = [
  { ...own, key: 'pitches', from: answers, at: 'w.answered_at' },
  {
    ...own,
    key: 'pitchesTaken',
    from: answers,
    where: `w.answer = 'interested'`,
    at: 'w.answered_at',
  },
  {
    ...own,
    key: 'deals',
    from: 'deals d join subscribers m on m.id = d.subscriber_id',
    at: 'd.opened_at',
  },
];
