import { describe, expect, test } from 'vitest';
import {
  addRange,
  everything,
  isNothing,
  isSelected,
  nothing,
  targetOf,
  toggle,
  toggleLoaded,
} from './selection.ts';

const loaded = [30, 10, 20, 40];
const of = (...ids: number[]) => ({ isAll: false as const, ids: new Set(ids) });

describe('selection', () => {
  test('a row is ticked and unticked', () => {
    const one = toggle(nothing, 10, loaded);
    expect(one).toEqual(of(10));
    expect(isNothing(toggle(one, 10, loaded))).toBe(true);
  });

  test('out of everything, one row taken out leaves the other loaded ones', () => {
    expect(isSelected(everything, 999)).toBe(true);
    expect(toggle(everything, 20, loaded)).toEqual(of(30, 10, 40));
  });

  test.each([
    [10, 40, of(10, 20, 40)],
    [40, 10, of(10, 20, 40)],
    [10, 10, of(10)],
    [77, 20, of(20)],
  ])('a range from %i to %i follows the order on the screen', (from, to, expected) => {
    expect(addRange(nothing, from, to, loaded)).toEqual(expected);
  });

  test('the box in the header ticks what is loaded, then clears', () => {
    expect(toggleLoaded(of(10), loaded)).toEqual(of(...loaded));
    expect(toggleLoaded(of(...loaded), loaded)).toEqual(nothing);
    expect(toggleLoaded(everything, loaded)).toEqual(nothing);
  });

  test('a bulk action gets ids, or the filter', () => {
    const filter = { field: 'city', op: 'is' as const, value: 'Омск' };
    expect(targetOf(of(10, 20), filter)).toEqual({ ids: [10, 20] });
    expect(targetOf(everything, filter)).toEqual({ filter });
    expect(targetOf(everything, undefined)).toEqual({ filter: { all: [] } });
  });
});
