import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
  type ColumnSizingState,
} from '@tanstack/react-table';
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { Cell } from './cell.tsx';
import type { ListRow } from './contract.ts';
import type { List } from './model.ts';
import { naturalWidth } from './widths.ts';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const columnOf = createColumnHelper<typeof features, ListRow>();

const tickWidth = 36;
/** Of its own width, to which a column of texts may shrink before the list has to be scrolled. */
const LEAST_SHARE = 0.9;

/** Cells that a page draws itself, by column. */
export type Cells = Record<string, (row: ListRow) => ReactNode>;

const keptWidths = (entity: string): ColumnSizingState => {
  const text = localStorage.getItem(`bereg.widths.${entity}`);
  return text === null ? {} : (JSON.parse(text) as ColumnSizingState);
};

/** The table of rows and columns with their widths, which this browser keeps per list. */
export const useColumns = (list: List, cells: Cells, rows: ListRow[], hasTicks: boolean) => {
  const { entity, fields, words } = list;
  const { columns: chosen, groupBy } = list.query;
  // A group's heading says it of all rows below.
  const shown = chosen.filter((key, at) => at === 0 || key !== groupBy).join(',');
  const [columnSizing, setColumnSizing] = useState(() => keptWidths(entity));
  const widths = shown
    .split(',')
    .map((key, at) => {
      const field = fields.find((one) => one.key === key);
      return field ? naturalWidth(field, words, rows, at === 0) : 0;
    })
    .join(',');
  const columns = useMemo(
    () =>
      shown.split(',').flatMap((key, at) => {
        const field = fields.find((one) => one.key === key);
        if (!field) return [];
        return columnOf.accessor((row) => row.cells[key], {
          id: key,
          header: () => words.label(key),
          size: Number(widths.split(',')[at]),
          minSize: 64,
          cell: ({ row, getValue }) =>
            cells[key]?.(row.original) ?? <Cell field={field} value={getValue()} words={words} />,
        });
      }),
    [shown, widths, fields, words, cells],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => String(row.id),
    columnResizeMode: 'onChange',
    state: { columnSizing },
    onColumnSizingChange: (update) => {
      const next = typeof update === 'function' ? update(columnSizing) : update;
      localStorage.setItem(`bereg.widths.${entity}`, JSON.stringify(next));
      setColumnSizing(next);
    },
  });
  // What room is left goes to the texts, and a little that lacks is taken from them, except from
  // those that somebody has drawn to a width.
  const sizes = table.getAllLeafColumns().map((column, at) => {
    const px = column.getSize();
    const isText = fields.some(({ key, type }) => key === column.id && type === 'text');
    const stretches = at === 0 || (isText && columnSizing[column.id] === undefined);
    return stretches ? `minmax(${Math.round(px * LEAST_SHARE)}px, ${px}fr)` : `${px}px`;
  });
  const tick = hasTicks ? [`${tickWidth}px`] : [];
  return { table, style: { '--columns': [...tick, ...sizes].join(' ') } as CSSProperties };
};

export type ColumnTable = ReturnType<typeof useColumns>['table'];
