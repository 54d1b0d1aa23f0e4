import { FlexRender } from '@tanstack/react-table';
import { Link } from 'react-router';
import { SkeletonLine } from '../show/skeleton.tsx';
import { useTexts } from '../texts.ts';
import { isNumeric } from './cell.tsx';
import { both, lineOfGroup } from './condition.ts';
import { countText } from './count-text.ts';
import type { ColumnTable } from './columns.tsx';
import type { Group } from './contract.ts';
import type { List } from './model.ts';
import css from './table.module.css';

export type Place = { top: number; height: number };
type Cells = ReturnType<ReturnType<ColumnTable['getRow']>['getAllCells']>;

const placed = ({ top, height }: Place) => ({ transform: `translateY(${top}px)`, height });

type Props = {
  list: List;
  id: string;
  cells: Cells;
  place: Place;
  index: number;
  isActive: boolean;
  /** Undefined on a list without bulk actions. */
  isTicked: boolean | undefined;
  to: string | undefined;
  isCompact: boolean;
};

const Tick = ({ isTicked, name }: { isTicked: boolean; name: string }) => {
  const t = useTexts();
  return (
    <span className={css.tick} role="gridcell">
      <input
        type="checkbox"
        tabIndex={-1}
        data-tick
        aria-label={t('table.tick', { name })}
        checked={isTicked}
        readOnly
      />
    </span>
  );
};

/** The first and two more, or those that the page has chosen and somebody has not taken away. */
const compactOf = ({ compact = [] }: List, cells: Cells): Cells => {
  const [first] = cells;
  const chosen = compact.flatMap((key) =>
    cells.filter((cell) => cell !== first && cell.column.id === key),
  );
  return chosen.length === 0 ? cells.slice(0, 3) : [...cells.slice(0, 1), ...chosen];
};

/** One line of the list. Clicks are heard by the grid, which knows what each of them means. */
export const TableRow = (props: Props) => {
  const { list, cells, isCompact, to, isTicked } = props;
  const first = cells[0];
  const name = first ? list.words.value(first.column.id, first.getValue()) : '';
  const kind = isCompact ? css.compact : css.line;
  const shown = isCompact ? compactOf(list, cells) : cells;
  return (
    <div
      id={props.id}
      className={`${kind} ${css.row} ${to ? css.opens : ''} ${props.isActive ? css.active : ''}`}
      style={placed(props.place)}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={isTicked}
      data-index={props.index}
    >
      {isTicked === undefined || isCompact ? null : <Tick isTicked={isTicked} name={name} />}
      {shown.map((cell, at) => {
        const field = list.fields.find(({ key }) => key === cell.column.id);
        const isRight = isNumeric(field) && !isCompact;
        return (
          <div
            key={cell.id}
            className={isCompact ? css.cellText : `${css.cell} ${isRight ? css.numeric : ''}`}
            role="gridcell"
          >
            {at === 0 && to ? (
              <Link className={`${css.cellText} ${css.main}`} to={to} tabIndex={-1}>
                <FlexRender cell={cell} />
              </Link>
            ) : (
              <span className={css.cellText}>
                <FlexRender cell={cell} />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
};

/** The heading of a group with how many stand under it; a click leaves this group alone. */
export const GroupRow = (props: { list: List; group: Group; place: Place }) => {
  const { list, group } = props;
  const t = useTexts();
  const key = list.query.groupBy ?? '';
  const type = list.fields.find((field) => field.key === key)?.type ?? 'text';
  const value = group.label ?? list.words.value(key, group.value);
  const showAlone = () =>
    list.change({
      filter: both(list.query.filter, lineOfGroup(key, type, group.value)),
      groupBy: undefined,
    });
  return (
    <div className={css.group} style={placed(props.place)} role="row">
      <span role="gridcell">
        {list.words.label(key)}: {value}
      </span>
      <span className={css.blank} role="gridcell">
        {Number.isNaN(group.count) ? '' : countText(group)}
      </span>
      <span role="gridcell">
        <button type="button" tabIndex={-1} className={css.alone} onClick={showAlone}>
          {t('table.alone')}
        </button>
      </span>
    </div>
  );
};

/** A line that has not come yet. Widths differ, so that it looks like text and not like a wall. */
export const SkeletonRow = (props: { place: Place; columns: number; at: number }) => (
  <div className={`${css.line} ${css.row}`} style={placed(props.place)} aria-hidden="true">
    {Array.from({ length: props.columns }, (_, column) => `c${column}`).map((key, column) => (
      <span key={key} className={css.cell}>
        <SkeletonLine widthPx={50 + ((props.at * 37 + column * 53) % 90)} heightPx={10} />
      </span>
    ))}
  </div>
);
