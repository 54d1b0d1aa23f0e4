import { ask, type Base } from './base.ts';
import type { Case } from './measure.ts';

export { segments } from './segments.ts';

type Page = { rows: unknown[]; nextCursor: string | null };

const PAGE = 50;
const DEEP = 1000;

const query = {
  columns: ['name', 'status', 'customerSince', 'phone', 'account', 'balance', 'tariff'],
  filter: { all: [{ field: 'kind', op: 'is', value: 'person' }] },
  sort: { field: 'name', direction: 'asc' },
  groupBy: 'status',
  limit: PAGE,
};

/** A filtered, sorted, grouped page of the base: the first, and the thousandth. */
export async function lists(base: Base): Promise<Case[]> {
  const open = (cursor?: string): Promise<Page> =>
    ask<Page>(base, 'POST', '/api/subscribers/list', { ...query, ...(cursor && { cursor }) });
  let deep: string | undefined;
  for (let page = 1; page < DEEP; page++) {
    const { nextCursor } = await open(deep);
    if (nextCursor === null) break;
    deep = nextCursor;
  }
  const cursor = deep;
  return [
    { name: 'list: filtered, sorted, grouped, page 1', runs: 100, barMs: 100, call: () => open() },
    {
      name: `list: the same at page ${DEEP}`,
      runs: 100,
      barMs: 100,
      call: () => open(cursor),
    },
    {
      name: 'list: count',
      runs: 50,
      barMs: 100,
      call: () => ask(base, 'POST', '/api/subscribers/count', { filter: query.filter }),
    },
  ];
}
