import { expect, test } from 'vitest';
import { readBreaks } from './read-breaks.ts';

test('breaks are read as people type them', () => {
  expect(readBreaks('13:00–13:30, 17:00 - 17:15,')).toEqual([
    { from: '13:00', to: '13:30' },
    { from: '17:00', to: '17:15' },
  ]);
  expect(readBreaks('')).toEqual([]);
  expect(readBreaks('обед')).toEqual([{ from: 'обед', to: '' }]);
});
