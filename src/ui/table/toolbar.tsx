import type { ReactNode } from 'react';
import { FilterChips } from './filter-chips.tsx';
import { ColumnMenu, ExportMenu, GroupMenu } from './menus.tsx';
import type { List } from './model.ts';
import css from './tools.module.css';

/** The line above the rows: the filter in sentences, grouping, columns, export. */
export const Toolbar = ({ list, tools }: { list: List; tools: ReactNode }) => (
  <div className={css.tools}>
    <FilterChips list={list} />
    <div className={css.end}>
      {tools}
      <GroupMenu list={list} />
      <ColumnMenu list={list} />
      <ExportMenu list={list} />
    </div>
  </div>
);
