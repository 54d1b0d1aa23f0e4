import { expect, test } from 'vitest';
import { botSign } from './bot-signs.ts';

const now = new Date('2026-03-02T09:00:00Z');

test.each([
  ['a person', '', '2026-03-02T08:59:30Z', null],
  ['a program that fills every field', 'https://x.example', '2026-03-02T08:59:30Z', 'rubbish'],
  ['spaces in the hidden field', '  ', '', null],
  ['a form sent at once', '', '2026-03-02T08:59:58Z', 'too_fast'],
  ['a form sent after the least time', '', '2026-03-02T08:59:57Z', null],
  ['no word of when it was shown', '', '', null],
  ['a wrong clock', '', '2026-03-02T09:30:00Z', null],
  ['nonsense', '', 'yesterday', null],
])('%s', (_what, website, shownAt, sign) => {
  expect(botSign({ website, shownAt }, now)).toBe(sign);
});
