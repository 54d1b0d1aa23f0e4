import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTexts } from '../texts.ts';
import { isNumeric } from './cell.tsx';
import type { ColumnTable } from './columns.tsx';
import type { List } from './model.ts';
import { toggleLoaded } from './selection.ts';
import css from './table.module.css';

const TickAll = ({ list, ids }: { list: List; ids: number[] }) => {
  const t = useTexts();
  const { selection, setSelection } = list;
  const count = selection.isAll ? ids.length : selection.ids.size;
  const isFull = ids.length > 0 && count >= ids.length;
  return (
    <span className={css.tick} role="columnheader">
      <input
        type="checkbox"
        aria-label={t('table.tickAll')}
        checked={isFull}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !isFull;
        }}
        onChange={() => setSelection(toggleLoaded(selection, ids))}
      />
    </span>
  );
};

const Sorter = ({ list, column }: { list: List; column: string }) => {
  const field = list.fields.find(({ key }) => key === column);
  const { sort } = list.query;
  const isSorted = sort?.field === column;
  const isDown = isSorted && sort.direction === 'desc';
  const Arrow = isDown ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      className={`${css.sorter} ${isNumeric(field) ? css.right : ''}`}
      disabled={!field?.sortable}
      onClick={() =>
        list.change({ sort: { field: column, direction: isSorted && !isDown ? 'desc' : 'asc' } })
      }
    >
      <span className={css.cellText}>{list.words.label(column)}</span>
      {isSorted ? <Arrow size={13} aria-hidden="true" /> : null}
    </button>
  );
};

const sortOf = (list: List, column: string) => {
  const { sort } = list.query;
  if (sort?.field !== column) return undefined;
  return sort.direction === 'asc' ? 'ascending' : 'descending';
};

type Props = { list: List; table: ColumnTable; hasTicks: boolean; ids: number[] };

/** The line of column names: sorts by a click, changes widths by its hairlines. */
export const TableHeader = ({ list, table, hasTicks, ids }: Props) => {
  const t = useTexts();
  return (
    <div role="rowgroup">
      <div className={`${css.line} ${css.head}`} role="row">
        {hasTicks ? <TickAll list={list} ids={ids} /> : null}
        {table.getHeaderGroups()[0]?.headers.map((header) => (
          <div
            key={header.id}
            className={css.headCell}
            role="columnheader"
            aria-sort={sortOf(list, header.id)}
          >
            <Sorter list={list} column={header.id} />
            <button
              type="button"
              tabIndex={-1}
              className={css.resizer}
              aria-label={t('table.resize', { field: list.words.label(header.id) })}
              onMouseDown={header.getResizeHandler()}
              onTouchStart={header.getResizeHandler()}
              onDoubleClick={() => header.column.resetSize()}
            />
          </div>
        ))}
      </div>
    </div>
  );
};
