import type { ColumnTable } from './columns.tsx';
import type { ListRow } from './contract.ts';
import { heights, type GridRows } from './grid-rows.ts';
import type { Item } from './items.ts';
import type { List } from './model.ts';
import { GroupRow, SkeletonRow, TableRow, type Place } from './row.tsx';
import { isSelected } from './selection.ts';
import css from './table.module.css';

type Props = {
  list: List;
  table: ColumnTable;
  grid: GridRows;
  active: number;
  hasTicks: boolean;
  pathOf: ((row: ListRow) => string) | undefined;
};

const skeletons = Array.from({ length: 14 }, (_, at) => at);

const SkeletonRows = ({ columns }: { columns: number }) => (
  <div className={css.rows} style={{ height: skeletons.length * heights.row }}>
    {skeletons.map((at) => (
      <SkeletonRow
        key={at}
        at={at}
        columns={columns}
        place={{ top: at * heights.row, height: heights.row }}
      />
    ))}
  </div>
);

const Line = ({ item, place, ...props }: Props & { item: Item; place: Place }) => {
  const { list, table, grid, active, hasTicks, pathOf } = props;
  if (item.kind === 'group') return <GroupRow list={list} group={item.group} place={place} />;
  const { row, index } = item;
  return (
    <TableRow
      list={list}
      id={`row-${row.id}`}
      cells={table.getRow(String(row.id)).getAllCells()}
      place={place}
      index={index}
      isActive={index === active}
      isTicked={hasTicks ? isSelected(list.selection, row.id) : undefined}
      to={pathOf?.(row)}
      isCompact={grid.isCompact}
    />
  );
};

/** The lines that are in sight, each at its place in the whole. */
export const GridBody = (props: Props) => {
  const { list, grid } = props;
  if (list.rows.isPending) return <SkeletonRows columns={list.query.columns.length} />;
  return (
    <div className={css.rows} style={{ height: grid.virtual.getTotalSize() }} role="rowgroup">
      {grid.virtual.getVirtualItems().map(({ index, start, size }) => {
        const item = grid.items[index];
        if (!item) return null;
        const key = item.kind === 'row' ? item.row.id : `group-${String(index)}`;
        return <Line key={key} {...props} item={item} place={{ top: start, height: size }} />;
      })}
    </div>
  );
};
