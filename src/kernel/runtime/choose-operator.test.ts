import { expect, test } from 'vitest';
import { chooseOperator } from './choose-operator.ts';

const main = { hosts: [] };
const tomsk = { hosts: ['tomsk.example.org'] };
const north = { hosts: ['north.example.org'] };

test.each([
  ['anything.example.org', [main], main],
  ['anything.example.org', [tomsk], tomsk],
  ['tomsk.example.org', [main, tomsk], tomsk],
  ['Tomsk.Example.org.', [main, tomsk], tomsk],
  ['localhost', [main, tomsk], main],
  ['192.168.0.5', [main, tomsk], main],
  ['[::1]', [main, tomsk], main],
  ['bereg.example.org', [main, tomsk], main],
  ['www.tomsk.example.org', [main, tomsk], null],
  ['localhost', [north, tomsk], null],
])('%s of %j is %j', (host, operators, wanted) => {
  expect(chooseOperator<{ hosts: string[] }>(operators, host, ['bereg.example.org'])).toBe(wanted);
});
