import type { ReactNode } from 'react';
import { ErrorState } from '../show/state.tsx';
import { BulkBar, type BulkAction } from './bulk-bar.tsx';
import type { Cells } from './columns.tsx';
import type { ListRow } from './contract.ts';
import { Grid } from './grid.tsx';
import { NothingMatches } from './nothing-matches.tsx';
import { useList, type List, type ListOptions } from './model.ts';
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
  /** Stands where there is nothing at all yet: an `EmptyState` that teaches the first step. */
  empty: ReactNode;
  /** Stands at the right of the filters. */
  tools?: ReactNode;
};

const noCells: Cells = {};

/** Draws a list that `useList` holds: views, filters, rows, what is done with many at once. */
export const ListView = (props: ListProps & { list: List }) => {
  const { list, cells = noCells, pathOf, bulkActions = [], empty, tools } = props;
  const hasTicks = bulkActions.length > 0;
  const isEmpty = list.rows.isSuccess && list.rows.data.rows.length === 0;
  const isBare = isEmpty && list.query.filter === undefined && list.view === undefined;
  if (list.failure) return <ErrorState failure={list.failure} onRetry={list.retry} />;
  if (isBare) return empty;
  return (
    <div className={css.table}>
      <Views list={list} />
      {isNothing(list.selection) ? (
        <Toolbar list={list} tools={tools} />
      ) : (
        <BulkBar list={list} actions={bulkActions} />
      )}
      {isEmpty ? (
        <NothingMatches list={list} />
      ) : (
        <Grid list={list} cells={cells} hasTicks={hasTicks} pathOf={pathOf} />
      )}
    </div>
  );
};

/** A list in one piece, for a tab or a part of a page. A whole page of it is `ListPage`. */
export const DataTable = (props: ListOptions & ListProps) => (
  <ListView {...props} list={useList(props)} />
);
