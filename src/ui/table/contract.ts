import type { Condition, FieldType, Operation, Test } from '../../kernel/conditions/condition.ts';

export type { Condition, FieldType };
export type Op = Operation;
export type Line = Test;

/** A question that is still being put together: its value may be missing or half given. */
export type Draft = { field: string; op: Op; value?: unknown };

export type Choice = { value: string; label?: string };

/** One column of a list as the server offers it. */
export type Field = {
  key: string;
  type: FieldType;
  /** Given for custom attributes, whose names people have made; others have texts. */
  label?: string;
  choices?: Choice[];
  sortable: boolean;
  filterable: boolean;
  groupable: boolean;
  /** Has an index; sorting by others works inside a filter. */
  isFast: boolean;
};

export type Sort = { field: string; direction: 'asc' | 'desc' };

export type ListQuery = {
  columns: string[];
  filter?: Condition;
  sort?: Sort;
  groupBy?: string;
};

export type ListRow = { id: number; cells: Record<string, unknown>; group?: unknown };
export type Group = { value: unknown; label?: string; count: number; isEstimate: boolean };
export type ListPage = { rows: ListRow[]; nextCursor: string | null; groups?: Group[] };
export type Count = { count: number; isEstimate: boolean };

export type View = {
  id: number;
  name: string;
  entity: string;
  isShared: boolean;
  /** Whether this person may change or delete it. */
  isOwn: boolean;
  state: ListQuery;
};

/** The rows a bulk action is for: those ticked, or all that match. */
export type Target = { ids: number[] } | { filter: Condition };
