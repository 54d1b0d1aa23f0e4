import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Foreseen, foretellTouches, type Hand } from './foretell-touches.ts';

const touchSeconds = 100;

const request = (conversationId: number, more: Partial<Foreseen> = {}): Foreseen => ({
  conversationId,
  teamId: null,
  channel: 'site_form',
  isEscalated: false,
  skillIds: [],
  isSkillWaitOver: false,
  asked: [],
  skillWaitOverIn: 20,
  escalatesIn: null,
  offeredTo: null,
  ...more,
});
const hand = (staffId: number, more: Partial<Hand> = {}): Hand => ({
  staffId,
  teamId: null,
  skillIds: [],
  isFree: true,
  loadPercent: 0,
  limitPercent: 300,
  counts: {},
  own: [],
  ...more,
});
const busy = (...seconds: number[]): Pick<Hand, 'own'> => ({
  own: seconds.map((forSeconds) => ({ forSeconds, channel: null })),
});
const foretold = (waiting: Foreseen[], hands: Hand[]): (number | null)[] => {
  const loads = { chat: { percent: 50, most: null } };
  return [...foretellTouches(waiting, hands, { touchSeconds, offerLimit: 3, loads }).values()];
};

test.each<[string, Foreseen[], Hand[], (number | null)[]]>([
  ['nobody is here', [request(1)], [], [null]],
  ['one is free: each in turn', [1, 2, 3].map((id) => request(id)), [hand(7)], [0, 100, 200]],
  ['two are free', [1, 2, 3].map((id) => request(id)), [hand(7), hand(8)], [0, 0, 100]],
  ['one is busy for 30 s', [request(1), request(2)], [hand(7, busy(30))], [70, 170]],
  ['busy for longer than is usual: half of it once more', [request(1)], [hand(7, busy(500))], [50]],
  ['two of their own to see to', [request(1)], [hand(7, busy(30, 0))], [170]],
  [
    'the one who comes free first takes the next',
    [request(1), request(2)],
    [hand(7, busy(10)), hand(8, busy(30))],
    [70, 90],
  ],
  [
    'it stands before somebody now',
    [request(1), request(2, { offeredTo: 7 })],
    [hand(7)],
    [100, 0],
  ],
  ['it stands before somebody who went', [request(1, { offeredTo: 9 })], [hand(7)], [0]],
  ['hands full of what never ends', [request(1)], [hand(7, { loadPercent: 300 })], [null]],
  [
    'hands full, until what they do is done',
    [request(1)],
    [hand(7, { loadPercent: 300, own: [{ forSeconds: 0, channel: 'site_form' }] })],
    [100],
  ],
  [
    'a chat takes half: there is room for it, not for a form',
    [request(1), request(2, { channel: 'chat' })],
    [hand(7, { loadPercent: 250 })],
    [null, 0],
  ],
  ['another team', [request(1, { teamId: 5 })], [hand(7), hand(8, { teamId: 6 })], [null]],
  [
    'kept for who has the skill, who comes free first',
    [request(1, { skillIds: [4], skillWaitOverIn: 60 })],
    [hand(7), hand(8, { skillIds: [4], ...busy(50) })],
    [50],
  ],
  [
    'kept for who has the skill, until its time is over',
    [request(1, { skillIds: [4] })],
    [hand(7), hand(8, { skillIds: [4], ...busy(0) })],
    [20],
  ],
  [
    'offered often enough: it waits for the supervisor, then for who was not asked',
    [
      request(1, {
        escalatesIn: 48,
        asked: [{ staffId: 7, times: 3, hasDeclined: false }],
      }),
    ],
    [hand(7), hand(8)],
    [48],
  ],
  [
    'everybody has let it pass',
    [request(1, { asked: [{ staffId: 7, times: 1, hasDeclined: true }] }), request(2)],
    [hand(7)],
    [null, 0],
  ],
])('%s', (_, waiting, hands, expected) => {
  expect(foretold(waiting, hands)).toEqual(expected);
});

const anyHand = fc.record({ staffId: fc.nat(), since: fc.array(fc.nat(300), { maxLength: 3 }) });
const anyHands = fc
  .uniqueArray(anyHand, { selector: ({ staffId }) => staffId, minLength: 1, maxLength: 5 })
  .map((all) => all.map(({ staffId, since }) => hand(staffId, busy(...since))));

test('where all are alike: in turn, and no more in a touch’s length than there are hands', () => {
  fc.assert(
    fc.property(anyHands, fc.nat(30), (hands, count) => {
      const waiting = Array.from({ length: count }, (_, at) => request(at + 1));
      const touches = foretold(waiting, hands);
      const times = touches.map((at) => at ?? -1);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      for (const from of times) {
        const within = times.filter((at) => at >= from && at < from + touchSeconds);
        expect(from >= 0 && within.length <= hands.length).toBe(true);
      }
    }),
  );
});
