import { formatInstant, formatNo, formatRelative } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import type { Cells } from '../../../ui/table/columns.tsx';
import type { DealState } from '../client.ts';
import { DealMark } from '../marks.tsx';

/** Columns that the list of deals draws itself. */
export const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  state: (row) => <DealMark state={row.cells['state'] as DealState} />,
  monthlyMinor: (row) => nothingOf(row.cells['monthlyMinor']),
  onceMinor: (row) => nothingOf(row.cells['onceMinor']),
  dueAt: (row) => <Term at={row.cells['dueAt']} />,
};

/** A price that nobody has named yet is no price; others are drawn as sums are. */
const nothingOf = (amountMinor: unknown): string | null =>
  Number(amountMinor ?? 0) === 0 ? '' : null;

/** When the term of its stage ends; red when it has passed. */
const Term = ({ at }: { at: unknown }) => {
  if (typeof at !== 'string') return null;
  const now = serverNow();
  return (
    <Badge tone={Date.parse(at) < now ? 'red' : 'gray'} title={formatInstant(at)}>
      {formatRelative(at, now)}
    </Badge>
  );
};
