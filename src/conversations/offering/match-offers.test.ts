import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agent, matchOffers, type Waiting } from './match-offers.ts';

const agent = (
  staffId: number,
  teamId: number | null = null,
  more: Partial<Agent> = {},
): Agent => ({
  staffId,
  teamId,
  skillIds: [],
  isFree: true,
  loadPercent: 0,
  limitPercent: 300,
  counts: {},
  ...more,
});
const skilled = (staffId: number, skillIds: number[], more: Partial<Agent> = {}): Agent =>
  agent(staffId, null, { skillIds, ...more });
const request = (conversationId: number, more: Partial<Waiting> = {}): Waiting => ({
  conversationId,
  teamId: null,
  channel: 'site_form',
  isEscalated: false,
  skillIds: [],
  isSkillWaitOver: false,
  asked: [],
  ...more,
});
const asked = (staffId: number, times = 1, hasDeclined = false) => ({
  staffId,
  times,
  hasDeclined,
});
const pairs = (waiting: Waiting[], agents: Agent[], limit = 3): string[] =>
  matchOffers(waiting, agents, limit, { chat: { percent: 50, most: 4 } }).map(
    (one) => `${one.conversationId}→${one.staffId}`,
  );

describe('whom a request is put before', () => {
  test.each<[string, Waiting[], Agent[], string[]]>([
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
    [
      'who has the skill before who is asked first',
      [request(1, { skillIds: [4] })],
      [agent(7), skilled(8, [4])],
      ['1→8'],
    ],
    [
      'who has all the skills',
      [request(1, { skillIds: [4, 5] })],
      [skilled(7, [4]), skilled(8, [5, 4])],
      ['1→8'],
    ],
    [
      'nobody yet, while who has the skill is here and in a call',
      [request(1, { skillIds: [4] })],
      [agent(7), skilled(8, [4], { isFree: false })],
      [],
    ],
    [
      'anybody, after its time',
      [request(1, { skillIds: [4], isSkillWaitOver: true })],
      [agent(7), skilled(8, [4], { isFree: false })],
      ['1→7'],
    ],
    [
      'anybody at once, where nobody here has the skill',
      [request(1, { skillIds: [4] })],
      [agent(7)],
      ['1→7'],
    ],
    [
      'anybody, when who has the skill let it pass or was asked already',
      [
        request(1, { skillIds: [4], asked: [asked(8, 1, true)] }),
        request(2, { skillIds: [4], asked: [asked(8)] }),
      ],
      [agent(7), skilled(8, [4]), agent(9)],
      ['1→7', '2→9'],
    ],
    [
      'not the one whom others who wait ask for, while another is free',
      [request(1), request(2, { skillIds: [4] })],
      [skilled(7, [4]), agent(8)],
      ['1→8', '2→7'],
    ],
    [
      'who leads the subscriber before all others, in order',
      [request(1, { firstIds: [8, 7] })],
      [agent(7), agent(8), agent(9)],
      ['1→8'],
    ],
    [
      'nobody yet, while who leads them is here and in a call',
      [request(1, { firstIds: [8] })],
      [agent(7), agent(8, null, { isFree: false })],
      [],
    ],
    [
      'anybody, where who leads them is not here, let it pass, or was waited for',
      [
        request(1, { firstIds: [99] }),
        request(2, { firstIds: [8], asked: [asked(8, 1, true)] }),
        request(3, { firstIds: [6], isSkillWaitOver: true }),
      ],
      [agent(7), agent(9), agent(10), agent(6, null, { isFree: false })],
      ['1→7', '2→9', '3→10'],
    ],
    [
      'not one whose hands are full',
      [request(1)],
      [agent(7, null, { loadPercent: 250 }), agent(8, null, { loadPercent: 200 })],
      ['1→8'],
    ],
    [
      'of a chat, who has half a hand free',
      [request(1, { channel: 'chat' }), request(2, { channel: 'chat' })],
      [
        agent(7, null, { loadPercent: 250, counts: { chat: 1 } }),
        agent(8, null, { counts: { chat: 4 } }),
      ],
      ['1→7'],
    ],
  ])('%s', (_name, waiting, agents, expected) => {
    expect(pairs(waiting, agents)).toEqual(expected);
  });
});

const anyRequest = fc.record({
  conversationId: fc.integer({ min: 1, max: 1000 }),
  teamId: fc.option(fc.integer({ min: 1, max: 3 })),
  channel: fc.constant('chat'),
  isEscalated: fc.boolean(),
  skillIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  isSkillWaitOver: fc.boolean(),
  asked: fc.uniqueArray(
    fc.record({
      staffId: fc.integer({ min: 1, max: 20 }),
      times: fc.integer({ min: 1, max: 4 }),
      hasDeclined: fc.boolean(),
    }),
    { selector: ({ staffId }) => staffId, maxLength: 5 },
  ),
});
const anyAgent = fc
  .record({
    staffId: fc.integer({ min: 1, max: 20 }),
    teamId: fc.option(fc.integer({ min: 1, max: 3 })),
    skillIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
    isFree: fc.boolean(),
  })
  .map(({ staffId, teamId, ...more }) => agent(staffId, teamId, more));

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

test('nothing that nobody let pass is lost for want of a skill', () => {
  const agents = fc.uniqueArray(anyAgent, { selector: ({ staffId }) => staffId, minLength: 1 });
  fc.assert(
    fc.property(agents, fc.uniqueArray(fc.integer({ min: 1, max: 3 })), (here, skillIds) => {
      const made = matchOffers([request(1, { skillIds, isSkillWaitOver: true })], here, 3);
      expect(made).toHaveLength(here.some(({ isFree }) => isFree) ? 1 : 0);
    }),
  );
});
