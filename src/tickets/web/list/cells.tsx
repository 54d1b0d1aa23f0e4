import { formatNo } from '../../../ui/format.ts';
import type { Cells } from '../../../ui/table/columns.tsx';
import type { Ticket } from '../client.ts';
import { PriorityMark, StateMark } from '../marks.tsx';

/** Columns that the list of tickets draws itself. */
export const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  state: (row) => <StateMark state={row.cells['state'] as Ticket['state']} />,
  priority: (row) => <PriorityMark priority={row.cells['priority'] as Ticket['priority']} />,
};
