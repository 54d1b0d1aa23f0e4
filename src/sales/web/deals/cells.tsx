import { formatNo } from '../../../ui/format.ts';
import type { Cells } from '../../../ui/table/columns.tsx';
import type { DealState } from '../client.ts';
import { DealMark } from '../marks.tsx';

/** Columns that the list of deals draws itself. */
export const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  state: (row) => <DealMark state={row.cells['state'] as DealState} />,
};
