import { formatNo } from '../../../ui/format.ts';
import type { Cells } from '../../../ui/table/columns.tsx';
import { LabelCell } from '../../../work/web/index.tsx';
import type { Ticket } from '../client.ts';
import { TimeLeft } from '../time-left.tsx';
import { PriorityMark, StateMark } from '../marks.tsx';

/** Columns that the list of tickets draws itself. */
export const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  state: (row) => <StateMark state={row.cells['state'] as Ticket['state']} />,
  // Time left: amber for the last hour, red when it is over; nothing while the clocks stand.
  dueAt: ({ cells: { dueAt } }) => (typeof dueAt === 'string' ? <TimeLeft dueAt={dueAt} /> : null),
  labels: ({ cells: { labels } }) => <LabelCell ids={labels} />,
  priority: (row) => <PriorityMark priority={row.cells['priority'] as Ticket['priority']} />,
};
