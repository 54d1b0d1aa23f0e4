import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import { FilterChips } from './filter-chips.tsx';
import { ColumnMenu, ExportMenu, GroupMenu } from './menus.tsx';
import type { List } from './model.ts';
import css from './tools.module.css';

const News = ({ list }: { list: List }) => {
  const t = useTexts();
  return list.news.hasNews ? (
    <Button
      size="xs"
      variant="light"
      leftSection={<RefreshCw size={13} />}
      onClick={list.news.refresh}
    >
      {t('table.news')}
    </Button>
  ) : null;
};

/** The line above the rows: the filter in sentences, grouping, columns, export. */
export const Toolbar = ({ list, tools }: { list: List; tools: ReactNode }) => (
  <div className={css.tools}>
    <FilterChips list={list} />
    <div className={css.end}>
      <News list={list} />
      {tools}
      <GroupMenu list={list} />
      <ColumnMenu list={list} />
      <ExportMenu list={list} />
    </div>
  </div>
);
