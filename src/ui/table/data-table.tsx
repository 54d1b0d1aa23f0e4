import type { ReactNode } from 'react';
import { ErrorState } from '../show/state.tsx';
import { BulkBar, type BulkAction } from './bulk-bar.tsx';
import type { Cells } from './columns.tsx';
import type { ListRow } from './contract.ts';
import { Grid } from './grid.tsx';
import { NothingMatches, RowsFailed } from './no-rows.tsx';
import type { List } from './model.ts';
import { isNothing } from './selection.ts';
import { Toolbar } from './toolbar.tsx';
import { Views } from './views.tsx';
import css from './table.module.css';

export type ListProps = {
  /** Columns that the page draws itself. Keep the object outside the component. */
  cells?: Cells;
  /** Where a row leads by click and Enter. */
  pathOf?: (row: ListRow) => string;
  bulkActions?: readonly BulkAction[];
  /**
   * Stands where there is nothing yet, at all or of what the list shows at first: an `EmptyState`
   * that teaches the first step.
   */
  empty: ReactNode;
  /** Stands at the right of the filters. */
  tools?: ReactNode;
  /** False where a list is one tab of a page that has its own. */
  hasViews?: boolean;
};

const noCells: Cells = {};

type RowsProps = ListProps & { list: List; isEmpty: boolean };

const Rows = ({ isEmpty, ...props }: RowsProps) => {
  const { list, cells = noCells, bulkActions = [], pathOf, empty } = props;
  if (list.rowsFailure) return <RowsFailed list={list} />;
  if (isEmpty) return list.isAsAtFirst ? empty : <NothingMatches list={list} />;
  return <Grid list={list} cells={cells} hasTicks={bulkActions.length > 0} pathOf={pathOf} />;
};

/** Draws a list that `useList` holds: views, filters, rows, what is done with many at once. */
export const ListView = (props: ListProps & { list: List }) => {
  const { list, bulkActions = [], empty, tools, hasViews = true } = props;
  const isEmpty = list.rows.isSuccess && list.rows.data.rows.length === 0;
  const isBare = isEmpty && list.query.filter === undefined && list.view === undefined;
  if (list.fieldsFailure) {
    return <ErrorState failure={list.fieldsFailure} onRetry={list.retry} />;
  }
  if (isBare) return empty;
  return (
    <div className={css.table}>
      {hasViews ? <Views list={list} /> : null}
      {isNothing(list.selection) ? (
        <Toolbar list={list} tools={tools} />
      ) : (
        <BulkBar list={list} actions={bulkActions} />
      )}
      <Rows {...props} isEmpty={isEmpty} />
    </div>
  );
};
