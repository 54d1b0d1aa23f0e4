import { expect, test } from 'vitest';
import { type Board, type Card, stepFrom, withMoved, withNews, withPage } from './board-state.ts';

const card = (id: number, stageId: number, at: string): Card => ({
  id,
  stageId,
  enteredStageAt: at,
  version: 1,
  name: `Сделка ${id}`,
  monthlyMinor: 100,
  onceMinor: 0,
  currency: 'RUB',
  owner: null,
  source: null,
  nextStep: '',
  nextAt: null,
  dueAt: null,
});
const day = (on: number): string => `2026-03-0${on}T00:00:00.000Z`;
const noon = Date.parse('2026-03-09T12:00:00.000Z');
const sum = (stageId: number, count: number) => ({
  stageId,
  count,
  isMore: false,
  lateCount: 0,
  monthlyMinor: count * 100,
  onceMinor: 0,
});
const board: Board = {
  pipelineId: 1,
  currency: 'RUB',
  sums: [sum(1, 2), sum(2, 9), sum(3, 0)],
  columns: [
    { stageId: 1, deals: [card(5, 1, day(5)), card(4, 1, day(4))], nextCursor: null },
    { stageId: 2, deals: [card(8, 2, day(8)), card(7, 2, day(7))], nextCursor: 'more' },
    { stageId: 3, deals: [], nextCursor: null },
  ],
};
const idsIn = ({ columns }: Board): number[][] =>
  columns.map(({ deals }) => deals.map(({ id }) => id));

test('a moved card stands first in its new column, and both sums follow', () => {
  const after = withMoved(board, card(4, 1, day(4)), 2, day(9));
  expect(idsIn(after)).toEqual([[5], [4, 8, 7], []]);
  expect(after.sums.map(({ count }) => count)).toEqual([1, 10, 0]);
  expect(after.sums.map(({ monthlyMinor }) => monthlyMinor)).toEqual([100, 1000, 0]);
});

test('news puts a card in its place, or leaves it to a page that is still to be read', () => {
  const deals = [card(6, 2, day(6)), card(9, 3, day(1))];
  const after = withNews(board, [6, 9, 5], { deals, sums: board.sums }, noon);
  expect(idsIn(after)).toEqual([[4], [8, 7], [9]]);
});

test('what is late stands above all else, the longest first, and a known card is never lost', () => {
  const late = (id: number, on: number): Card => ({ ...card(id, 1, day(1)), dueAt: day(on) });
  const deals = [late(1, 3), late(2, 2), { ...late(3, 9), dueAt: '2026-03-10T00:00:00.000Z' }];
  const after = withNews(board, [1, 2, 3], { deals, sums: board.sums }, noon);
  expect(idsIn(after)[0]).toEqual([2, 1, 5, 4, 3]);
  // Moved below all that was read of a column, it stands at the end of it.
  const [first] = board.columns;
  const isRead = { ...board, columns: [{ ...after.columns[0], stageId: 2, nextCursor: 'x' }] };
  expect(first).toBeDefined();
  const low = { ...card(3, 2, day(1)), enteredStageAt: '2026-01-01T00:00:00.000Z' };
  const known = { deals: [low], sums: board.sums };
  expect(idsIn(withNews(isRead as Board, [3], known, noon))).toEqual([[2, 1, 5, 4, 3]]);
});

test('a page is put at the end, without what is there already', () => {
  const page = { deals: [card(7, 2, day(7)), card(6, 2, day(6))], nextCursor: null };
  expect(idsIn(withPage(board, 2, page))[1]).toEqual([8, 7, 6]);
  // One that was moved here while the page was on its way stands where it went.
  const moved = { ...page, deals: [card(4, 2, day(4)), ...page.deals] };
  expect(idsIn(withPage(board, 2, moved))).toEqual([[5, 4], [8, 7, 6], []]);
});

test.each([
  [5, 'ArrowDown', 4],
  [4, 'ArrowDown', undefined],
  [4, 'ArrowRight', 7],
  [8, 'ArrowLeft', 5],
  [7, 'ArrowRight', undefined],
  [null, 'ArrowDown', 5],
  [4, 'Home', 5],
  [5, 'End', 4],
])('from %s, %s leads to %s', (from, code, to) => {
  expect(stepFrom(board, from, code)?.id).toBe(to);
});
