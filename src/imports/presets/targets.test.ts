import { expect, test } from 'vitest';
import en from '../web/en.json' with { type: 'json' };
import ru from '../web/ru.json' with { type: 'json' };
import { targets } from './targets.ts';

test.each([
  ['Russian', ru],
  ['English', en],
])('everything that a column can become has a name in %s', (_, texts) => {
  expect(targets.filter((target) => !(target in texts.targets))).toEqual([]);
});
