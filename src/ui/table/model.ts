import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Translate, useTexts } from '../texts.ts';
import { useCurrency } from '../viewer.tsx';
import { both } from './condition.ts';
import type { Condition, Field, ListQuery, Sort, View } from './contract.ts';
import { changed, queryOf, readListState, writeListState, type Changes } from './list-state.ts';
import { useListNews } from './news.ts';
import { nothing, type Selection } from './selection.ts';
import { useCount, useFields, useRows, useViews } from './source.ts';
import { wordsOf, type Words } from './words.ts';

/** What is asked for often: a filter, and the columns and the order that go with it. */
export type Preset = { key: string; labelKey: string; query: Partial<ListQuery> };

export type ListOptions = {
  /** The list stands under /api/{entity}. */
  entity: string;
  /** Where the texts `fields.KEY` and `choices.KEY.VALUE` stand; the entity's name unless told. */
  texts?: string;
  columns: string[];
  sort?: Sort;
  /** Holds at first, is shown, and may be taken away; what it leaves is named by `home`. */
  filter?: Condition;
  /** What the list shows at first, in a word; all of it unless told. */
  home?: string;
  /** Each is a tab beside `home`. Keep the array outside. */
  presets?: readonly Preset[];
  /** Always holds and is not shown, as on a list inside a card. */
  fixedFilter?: Condition;
  /** Who may take the list away as a file; everybody who sees it unless told. */
  exportPermission?: string;
  /** Live event types after which the list may be out of date: `subscribers.*`. */
  refreshOn?: readonly string[];
  /** The field by whose value a row is opened: read of every row, whatever columns are chosen. */
  openedBy?: string;
  /** What a narrow screen shows below the first column; the last stands at the right. */
  compact?: readonly string[];
};

const noFields: Field[] = [];
const noViews: View[] = [];
const noTypes: string[] = [];

const withField = (query: ListQuery, field: string | undefined): ListQuery =>
  field === undefined || query.columns.includes(field)
    ? query
    : { ...query, columns: [...query.columns, field] };

/** Everything a list knows and can do; `ListView` draws it, and a page may read it too. */
export const useList = (options: ListOptions) => {
  const { entity, texts = entity, columns, sort, fixedFilter } = options;
  const { refreshOn = noTypes, openedBy } = options;
  const t = useTexts();
  const currency = useCurrency();
  const [search, setSearch] = useSearchParams();
  const [selection, setSelection] = useState<Selection>(nothing);
  const fieldsRead = useFields(entity);
  const viewsRead = useViews(entity);
  const fields = fieldsRead.data?.fields ?? noFields;
  const views = viewsRead.data?.views ?? noViews;

  const state = readListState(search);
  const view = views.find(({ id }) => id === state.viewId);
  const plain: ListQuery = {
    columns,
    ...(sort ? { sort } : {}),
    ...(options.filter ? { filter: options.filter } : {}),
  };
  const beneath = view?.state ?? plain;
  const query = queryOf(beneath, state.changes);
  const asked = queryOf(query, { filter: both(fixedFilter, query.filter) });
  const isFiltered = state.viewId === undefined && 'filter' in state.changes;
  const isReady = fieldsRead.isSuccess && (state.viewId === undefined || !viewsRead.isPending);
  const rows = useRows(entity, withField(asked, openedBy), isReady);
  const count = useCount(entity, asked.filter, isReady);
  const news = useListNews(entity, refreshOn, rows.data?.pageCount ?? 0);

  const words: Words = useMemo(
    () => wordsOf(fields, texts, currency, t),
    [fields, texts, currency, t],
  );

  const go = (viewId: number | undefined, changes: Changes): void => {
    setSelection(nothing);
    setSearch((before) => writeListState(before, { viewId, changes }), { replace: true });
  };

  return {
    entity,
    exportPermission: options.exportPermission,
    compact: options.compact,
    home: options.home ?? t('table.all'),
    presets: tabsOf(options.presets, isFiltered ? query : undefined, t),
    words,
    fields,
    view,
    views,
    query,
    asked,
    rows,
    count,
    selection,
    setSelection,
    isReady,
    news,
    /** Only where nothing can be shown: what was read before stays while the server is away. */
    fieldsFailure: fieldsRead.data ? null : fieldsRead.error,
    rowsFailure: rows.data ? null : rows.error,
    retry: () => void (fieldsRead.data ? rows.refetch() : fieldsRead.refetch()),
    hasChanges: Object.keys(state.changes).length > 0,
    /** No view is open, and what is asked for is what the list asks for by itself. */
    isAsAtFirst: state.viewId === undefined && !('filter' in state.changes),
    change: (now: Changes) => go(state.viewId, changed(beneath, state.changes, now)),
    /** A view as it was kept, or with some changes. */
    open: (viewId: number | undefined, changes: Changes = {}) => go(viewId, changes),
  };
};

/** What is asked for often, and whether it is what one looks at. */
const tabsOf = (presets: readonly Preset[] = [], query: ListQuery | undefined, t: Translate) =>
  presets.map(({ key, labelKey, query: asked }) => ({
    key,
    label: t(labelKey),
    query: asked,
    isOpen: query !== undefined && JSON.stringify(asked.filter) === JSON.stringify(query.filter),
  }));

export type List = ReturnType<typeof useList>;
