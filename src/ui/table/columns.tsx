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
import type { FieldType, ListRow } from './contract.ts';
import type { List } from './model.ts';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const columnOf = createColumnHelper<typeof features, ListRow>();

const widths: Record<FieldType, number> = {
  text: 190,
  number: 100,
  money: 120,
  date: 112,
  instant: 132,
  boolean: 84,
  choice: 150,
  phone: 160,
  id: 96,
};
const mainWidth = 260;
const tickWidth = 36;

/** Cells that a page draws itself, by column. */
export type Cells = Record<string, (row: ListRow) => ReactNode>;

const keptWidths = (entity: string): ColumnSizingState => {
  const text = localStorage.getItem(`bereg.widths.${entity}`);
  return text === null ? {} : (JSON.parse(text) as ColumnSizingState);
};

/** The table of rows and columns with their widths, which this browser keeps per list. */
export const useColumns = (list: List, cells: Cells, rows: ListRow[]) => {
  const { entity, fields, words } = list;
  const shown = list.query.columns.join(',');
  const [columnSizing, setColumnSizing] = useState(() => keptWidths(entity));
  const columns = useMemo(
    () =>
      shown.split(',').flatMap((key, at) => {
        const field = fields.find((one) => one.key === key);
        if (!field) return [];
        return columnOf.accessor((row) => row.cells[key], {
          id: key,
          header: () => words.label(key),
          size: at === 0 ? mainWidth : widths[field.type],
          minSize: 64,
          cell: ({ row, getValue }) =>
            cells[key]?.(row.original) ?? <Cell field={field} value={getValue()} words={words} />,
        });
      }),
    [shown, fields, words, cells],
  );
  return useTable({
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
};

export type ColumnTable = ReturnType<typeof useColumns>;

/** The first column takes what room is left; the others keep their widths. */
export const gridStyle = (table: ColumnTable, hasTicks: boolean): CSSProperties => {
  const sizes = table
    .getAllLeafColumns()
    .map((column, at) =>
      at === 0 ? `minmax(${column.getSize()}px, 1fr)` : `${column.getSize()}px`,
    );
  return {
    '--columns': [...(hasTicks ? [`${tickWidth}px`] : []), ...sizes].join(' '),
  } as CSSProperties;
};
