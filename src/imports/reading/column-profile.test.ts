import { describe, expect, it } from 'vitest';
import { emptyProfile, notationOf, observe, typeOf } from './column-profile.ts';
import type { ColumnType } from './column-types.ts';

describe('a column profile', () => {
  const profiled = (values: string[]) => {
    const profile = emptyProfile();
    for (const value of values) observe(profile, value);
    return profile;
  };
  const many = (values: string[], times: number) =>
    Array.from({ length: times }, () => values).flat();

  it.each<[string, string[], ColumnType]>([
    ['numbers', ['1', '2,5', '', '-3'], 'number'],
    ['codes with leading zeros', ['001', '002'], 'text'],
    ['dates', ['01.02.2024', '', '2024-03-01'], 'date'],
    ['yes and no', ['Yes', 'No'], 'boolean'],
    ['flags', ['0', '1', '1'], 'boolean'],
    ['a few words again and again', many(['DSL', 'Fiber optic', 'No'], 10), 'choice'],
    ['words met once each', ['alpha', 'beta', 'gamma'], 'text'],
    ['one word among numbers', ['1', '2', 'x'], 'text'],
    ['nothing', ['', ' '], 'text'],
  ])('takes %s for what they are', (_, values, type) =>
    expect(typeOf(profiled(values))).toBe(type),
  );

  it('stays small and notices a late value', () => {
    const profile = profiled([...Array.from({ length: 5_000 }, (_, i) => String(i)), 'n/a']);
    expect(typeOf(profile)).toBe('text');
    expect(profile.values.size).toBeLessThanOrEqual(60);
  });

  it('knows how its values are written', () => {
    expect(notationOf(profiled(['12/31/2023']))).toEqual({ decimal: undefined, order: 'mdy' });
  });
});
