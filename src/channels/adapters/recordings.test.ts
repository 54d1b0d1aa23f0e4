import { expect, test } from 'vitest';
import { placeUnder } from './recordings.ts';

const from = 'http://10.0.0.5/monitor';

test.each([
  ['/var/spool/asterisk/monitor/2026/03/in 1.wav', `${from}/2026/03/in%201.wav`],
  ['out.wav', `${from}/out.wav`],
  [`${from}/a.mp3`, `${from}/a.mp3`],
])('a recording lies under the address of its channel: %s', (name, url) => {
  expect(placeUnder(from, name).href).toBe(url);
});

test.each([
  '../etc/passwd',
  'a/../../secret',
  'http://10.0.0.6/monitor/a.wav',
  'http://10.0.0.5:8080/monitor/a.wav',
  'http://user@10.0.0.5/monitor/a.wav',
  'http://10.0.0.5/monitoring/a.wav',
  'https://10.0.0.5/monitor/a.wav',
])('and nowhere else: %s', (name) => {
  expect(() => placeUnder(from, name)).toThrow('not_theirs');
});
