import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FreeAgent, matchOffers, type Waiting } from './match-offers.ts';

const agent = (staffId: number, teamId: number | null = null): FreeAgent => ({ staffId, teamId });
const request = (conversationId: number, more: Partial<Waiting> = {}): Waiting => ({
  conversationId,
  teamId: null,
  isEscalated: false,
  asked: [],
  ...more,
});
const asked = (staffId: number, times = 1, hasDeclined = false) => ({
  staffId,
  times,
  hasDeclined,
});
const pairs = (waiting: Waiting[], agents: FreeAgent[], limit = 3): string[] =>
  matchOffers(waiting, agents, limit).map((one) => `${one.conversationId}→${one.staffId}`);

describe('whom a request is put before', () => {
  test.each<[string, Waiting[], FreeAgent[], string[]]>([
    ['the first in line', [request(1)], [agent(7), agent(8)], ['1→7']],
    ['each one of their own', [request(1), request(2)], [agent(7), agent(8)], ['1→7', '2→8']],
    ['nobody, when nobody is free', [request(1)], [], []],
    ['one at a time', [request(1), request(2)], [agent(7)], ['1→7']],
    [
      'who was not asked before',
      [request(1, { asked: [asked(7)] })],
      [agent(7), agent(8)],
      ['1→8'],
    ],
    [
      'the same one, if nobody else is free',
      [request(1, { asked: [asked(7)] })],
      [agent(7)],
      ['1→7'],
    ],
    ['not one who let it pass', [request(1, { asked: [asked(7, 1, true)] })], [agent(7)], []],
    ['nobody after three offers', [request(1, { asked: [asked(7, 3)] })], [agent(8)], []],
    [
      'after the supervisor was called, who was not asked yet',
      [request(1, { isEscalated: true, asked: [asked(7, 3)] })],
      [agent(7), agent(8)],
      ['1→8'],
    ],
    ['its own team', [request(1, { teamId: 5 })], [agent(7), agent(8, 5)], ['1→8']],
    [
      'passing by whom nobody can have',
      [request(1, { teamId: 5 }), request(2)],
      [agent(7)],
      ['2→7'],
    ],
  ])('%s', (_name, waiting, agents, expected) => {
    expect(pairs(waiting, agents)).toEqual(expected);
  });
});

const anyRequest = fc.record({
  conversationId: fc.integer({ min: 1, max: 1000 }),
  teamId: fc.option(fc.integer({ min: 1, max: 3 })),
  isEscalated: fc.boolean(),
  asked: fc.uniqueArray(
    fc.record({
      staffId: fc.integer({ min: 1, max: 20 }),
      times: fc.integer({ min: 1, max: 4 }),
      hasDeclined: fc.boolean(),
    }),
    { selector: ({ staffId }) => staffId, maxLength: 5 },
  ),
});
const anyAgent = fc.record({
  staffId: fc.integer({ min: 1, max: 20 }),
  teamId: fc.option(fc.integer({ min: 1, max: 3 })),
});

test('nobody gets two, no request goes to two, and who let it pass has peace', () => {
  const waiting = fc.uniqueArray(anyRequest, { selector: (one) => one.conversationId });
  const agents = fc.uniqueArray(anyAgent, { selector: (one) => one.staffId });
  fc.assert(
    fc.property(waiting, agents, fc.integer({ min: 1, max: 5 }), (requests, free, limit) => {
      const made = matchOffers(requests, free, limit);
      expect(new Set(made.map((one) => one.staffId)).size).toBe(made.length);
      expect(new Set(made.map((one) => one.conversationId)).size).toBe(made.length);
      for (const { conversationId, staffId } of made) {
        const its = requests.find((one) => one.conversationId === conversationId);
        const before = its?.asked.find((one) => one.staffId === staffId);
        expect(before?.hasDeclined ?? false).toBe(false);
      }
    }),
  );
});
