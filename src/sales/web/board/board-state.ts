import type { OutputOf } from '../../../ui/call.ts';
import type { api } from '../../api.ts';

export type Board = OutputOf<typeof api, 'GET /api/deal-board'>;
export type Column = Board['columns'][number];
export type Card = Column['deals'][number];
export type Stages = OutputOf<typeof api, 'GET /api/pipelines'>['pipelines'][number]['stages'];
type Sums = Board['sums'];

type Place = readonly [part: number, at: number, id: number];

/** What is late stands first, the longest above; then the latest to enter, as the server orders. */
const placeOf = ({ id, dueAt, enteredStageAt }: Card, nowMs: number): Place => {
  const dueMs = dueAt === null ? Infinity : Date.parse(dueAt);
  return dueMs < nowMs ? [0, dueMs, id] : [1, -Date.parse(enteredStageAt), -id];
};

const isAbove = (one: Place, other: Place): boolean => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return (one[at] ?? 0) < (other[at] ?? 0);
};

/** Puts a card where it belongs; beyond what was read of a column only one that is known. */
const put = (column: Column, card: Card, isKnown: boolean, nowMs: number): Column => {
  const place = placeOf(card, nowMs);
  const at = column.deals.findIndex((one) => isAbove(place, placeOf(one, nowMs)));
  if (at < 0 && column.nextCursor !== null && !isKnown) return column;
  return { ...column, deals: column.deals.toSpliced(at < 0 ? column.deals.length : at, 0, card) };
};

const without = (board: Board, ids: ReadonlySet<number>): Board => ({
  ...board,
  columns: board.columns.map((column) =>
    column.deals.some(({ id }) => ids.has(id))
      ? { ...column, deals: column.deals.filter(({ id }) => !ids.has(id)) }
      : column,
  ),
});

/** The board after news of some deals: those that did not come back are no longer shown. */
export const withNews = (
  board: Board,
  ids: readonly number[],
  { deals, sums }: { deals: readonly Card[]; sums: Sums },
  nowMs: number,
): Board => {
  const rest = without(board, new Set(ids));
  const known = new Set(board.columns.flatMap((column) => column.deals.map(({ id }) => id)));
  const columns = rest.columns.map((column) =>
    deals
      .filter(({ stageId }) => stageId === column.stageId)
      .reduce((filled, card) => put(filled, card, known.has(card.id), nowMs), column),
  );
  return { ...rest, columns, sums };
};

/** The board as it will be once a card has moved. */
export const withMoved = (board: Board, card: Card, stageId: number, at: string): Board => {
  const moved = { ...card, stageId, enteredStageAt: at, dueAt: null };
  const add = (sum: Sums[number]): Sums[number] => {
    const by = Number(sum.stageId === stageId) - Number(sum.stageId === card.stageId);
    return {
      ...sum,
      count: sum.count + by,
      monthlyMinor: sum.monthlyMinor + by * card.monthlyMinor,
      onceMinor: sum.onceMinor + by * card.onceMinor,
    };
  };
  const sums = board.sums.map(add);
  return withNews(board, [card.id], { deals: [moved], sums }, Date.parse(at));
};

/** The board with one more page of a column, but for cards that have moved since it was asked. */
export const withPage = (board: Board, stageId: number, page: Omit<Column, 'stageId'>): Board => {
  const known = new Set(board.columns.flatMap(({ deals }) => deals.map(({ id }) => id)));
  const fresh = page.deals.filter(({ id }) => !known.has(id));
  const columns = board.columns.map((column) =>
    column.stageId === stageId
      ? { stageId, deals: [...column.deals, ...fresh], nextCursor: page.nextCursor }
      : column,
  );
  return { ...board, columns };
};

/**
 * The card that a key leads to from another: within its column, to the end of what was read of it,
 * or beside it in the next one.
 */
export const stepFrom = (board: Board, id: number | null, code: string): Card | undefined => {
  const at = board.columns.findIndex(({ deals }) => deals.some((one) => one.id === id));
  const here = board.columns[at]?.deals ?? [];
  if (at < 0) return board.columns.find(({ deals }) => deals.length > 0)?.deals[0];
  const place = here.findIndex((one) => one.id === id);
  if (code === 'Home' || code === 'End') return here.at(code === 'Home' ? 0 : -1);
  if (code === 'ArrowUp' || code === 'ArrowDown') {
    return here[place + (code === 'ArrowDown' ? 1 : -1)];
  }
  const beside =
    code === 'ArrowRight' ? board.columns.slice(at + 1) : board.columns.slice(0, at).toReversed();
  const next = beside.find(({ deals }) => deals.length > 0)?.deals ?? [];
  return next[Math.min(place, next.length - 1)];
};
