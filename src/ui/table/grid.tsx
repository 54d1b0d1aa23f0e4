import { useRef } from 'react';
import { useTexts } from '../texts.ts';
import { GridBody } from './body.tsx';
import { useColumns, type Cells } from './columns.tsx';
import type { ListRow } from './contract.ts';
import { useGridKeys } from './grid-keys.ts';
import { useGridRows } from './grid-rows.ts';
import { TableHeader } from './header.tsx';
import type { List } from './model.ts';
import css from './table.module.css';

type Props = {
  list: List;
  cells: Cells;
  hasTicks: boolean;
  pathOf: ((row: ListRow) => string) | undefined;
};

/** Header and rows: drawn only where one looks, read on as one scrolls, walked with keys. */
export const Grid = ({ list, cells, hasTicks, pathOf }: Props) => {
  const t = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useGridRows(list, scroller);
  const { rows, isCompact } = grid;
  const { table, style } = useColumns(list, cells, rows, hasTicks);
  const keys = useGridKeys({ list, rows, hasTicks, pathOf, onMove: grid.show });
  const { active } = keys;
  const total = list.count.data;
  return (
    <div
      ref={scroller}
      className={`${css.grid} scroll ${list.rows.isPlaceholderData ? css.stale : ''}`}
      style={style}
      role="grid"
      tabIndex={0}
      aria-label={t('table.label')}
      aria-rowcount={total && !total.isEstimate ? total.count + 1 : -1}
      aria-multiselectable={hasTicks}
      aria-busy={list.rows.isFetching}
      aria-activedescendant={rows[active] ? `row-${rows[active].id}` : undefined}
      onKeyDown={keys.onKeyDown}
      onClick={keys.onClick}
    >
      {isCompact ? null : (
        <TableHeader list={list} table={table} hasTicks={hasTicks} ids={rows.map(({ id }) => id)} />
      )}
      <GridBody
        list={list}
        table={table}
        grid={grid}
        active={active}
        hasTicks={hasTicks}
        pathOf={pathOf}
      />
    </div>
  );
};
