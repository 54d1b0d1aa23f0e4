import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallFact, lineEnds, type Party } from '../../channels/index.ts';
import { type CallView, nothingTold, viewOf, withFact } from './call-state.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 2, 2, 6, 0, second));
const caller: Party = { phone: '+79123456789' };
const ours: Party = { phone: '+73822700700' };
const agent = (extension = '101'): Party => ({ extension });

const seen = (facts: readonly CallFact[]): CallView => viewOf(facts.reduce(withFact, nothingTold));

const began: CallFact = { kind: 'began', at: at(0), from: caller, to: ours };
const rang = (second: number, line: string, party = agent()): CallFact => ({
  kind: 'rang',
  at: at(second),
  line,
  party,
});
const answered = (second: number, line: string, party = agent()): CallFact => ({
  kind: 'answered',
  at: at(second),
  line,
  party,
});
const lineEnded = (second: number, line: string, why: (typeof lineEnds)[number]): CallFact => ({
  kind: 'line_ended',
  at: at(second),
  line,
  why,
});
const ended = (second: number): CallFact => ({ kind: 'ended', at: at(second) });

describe('a call as people see it', () => {
  test.each<[string, CallFact[], Partial<CallView>]>([
    ['comes', [began], { direction: 'in', phone: '+79123456789', ourNumber: '+73822700700' }],
    [
      'rings at two',
      [began, rang(1, 'a'), rang(1, 'b', agent('102'))],
      { ringing: ['101', '102'] },
    ],
    [
      'is picked up by one of two',
      [
        began,
        rang(1, 'a'),
        rang(1, 'b', agent('102')),
        answered(3, 'a'),
        lineEnded(3, 'b', 'cancelled'),
      ],
      { ringing: [], speaker: '101', answeredAt: at(3), result: null },
    ],
    [
      'ends after words',
      [began, rang(1, 'a'), answered(3, 'a'), ended(60)],
      { result: 'answered', answeredAt: at(3), endedAt: at(60), ringing: [] },
    ],
    ['rings in vain', [began, rang(1, 'a'), ended(30)], { result: 'missed', ringing: [] }],
    [
      'is given up in the queue',
      [began, { kind: 'queued', at: at(1) }, { kind: 'abandoned', at: at(40) }, ended(40)],
      { result: 'abandoned', answeredAt: null },
    ],
    [
      'goes on to a second of us',
      [began, answered(3, 'a'), answered(20, 'c', agent('205')), lineEnded(21, 'a', 'answered')],
      { speaker: '205', answeredAt: at(3), result: null },
    ],
    [
      'is answered under two names of one phone',
      [began, rang(1, 'local'), rang(1, 'sip'), answered(2, 'sip')],
      { ringing: [], speaker: '101' },
    ],
    [
      'is lost of sight after words',
      [began, answered(3, 'a'), { kind: 'lost', at: at(90) }],
      { result: 'answered', endedAt: at(90) },
    ],
    [
      'is lost of sight, is heard of again and lost again',
      [began, { kind: 'lost', at: at(9) }, answered(20, 'a'), { kind: 'lost', at: at(90) }],
      { result: 'answered', endedAt: at(90) },
    ],
    ['is lost of sight', [began, { kind: 'lost', at: at(90) }], { result: 'missed' }],
    [
      'hides its number',
      [{ kind: 'began', at: at(0), from: { phone: '' }, to: ours }],
      { direction: 'in', phone: '' },
    ],
    [
      'stays in the house',
      [{ kind: 'began', at: at(0), from: agent(), to: agent('102') }],
      { direction: 'internal', phone: '' },
    ],
    ['is told of by its end alone', [ended(30)], { direction: null, endedAt: at(30) }],
  ])('%s', (_what, facts, view) => {
    expect(seen(facts)).toMatchObject(view);
  });

  const out: CallFact = { kind: 'began', at: at(0), from: agent(), to: caller };
  test.each<[string, CallFact[], Partial<CallView>]>([
    ['our own phone picks up', [out, answered(2, 'own')], { answeredAt: null, speaker: '101' }],
    [
      'the other side answers',
      [out, answered(2, 'own'), rang(3, 'x', caller), answered(9, 'x', caller), ended(30)],
      { direction: 'out', answeredAt: at(9), result: 'answered', speaker: '101' },
    ],
    [
      'the other side is busy',
      [out, answered(2, 'own'), rang(3, 'x', caller), lineEnded(4, 'x', 'busy'), ended(5)],
      { result: 'busy' },
    ],
    [
      'nobody answers',
      [out, rang(3, 'x', caller), lineEnded(33, 'x', 'no_answer'), ended(33)],
      { result: 'no_answer' },
    ],
    ['our own phone does not pick up', [out, rang(1, 'own'), ended(30)], { result: 'failed' }],
    ['it is lost of sight', [out, { kind: 'lost', at: at(9) }], { result: 'unknown' }],
    [
      'it is lost of sight and heard of again',
      [out, { kind: 'lost', at: at(9) }, rang(12, 'x', caller)],
      { result: null, endedAt: null },
    ],
  ])('outgoing: %s', (_what, facts, view) => {
    expect(seen(facts)).toMatchObject(view);
  });
});

test('a call that rings in vain for hours stays small, and rings only where it rings', () => {
  const rounds = Array.from({ length: 500 }, (_, round) => [
    rang(round * 2, `line ${round}`),
    lineEnded(round * 2 + 1, `line ${round}`, 'no_answer'),
  ]).flat();
  const told = [began, ...rounds, rang(2000, 'now', agent('102')), ...rounds];
  const state = told.reduce(withFact, nothingTold);
  expect(Object.keys(state.lines).length).toBeLessThanOrEqual(101);
  expect(viewOf(state)).toMatchObject({ ringing: ['102'], result: null });
});

const moments = fc.integer({ min: 0, max: 90 }).map(at);
const parties = fc.constantFrom<Party>(caller, ours, agent(), agent('102'), { phone: '' });
const lines = fc.constantFrom('a', 'b', 'c');
const facts = fc.oneof<fc.Arbitrary<CallFact>[]>(
  fc.record({ kind: fc.constant('began'), at: moments, from: parties, to: parties }),
  fc.record({ kind: fc.constantFrom('queued', 'abandoned', 'ended', 'lost'), at: moments }),
  fc.record({
    kind: fc.constantFrom('rang', 'answered'),
    at: moments,
    line: lines,
    party: parties,
  }),
  fc.record({
    kind: fc.constant('line_ended'),
    at: moments,
    line: lines,
    why: fc.constantFrom(...lineEnds),
  }),
  fc.record({
    kind: fc.constant('recorded'),
    at: moments,
    recording: fc.constantFrom('one.wav', 'two.wav'),
  }),
);

test('late, repeated and shuffled facts make the same call', () => {
  const tellings = fc.array(facts, { maxLength: 14 }).chain((once) =>
    fc.tuple(
      fc.constant(once),
      fc.shuffledSubarray([...once, ...once, ...once], {
        minLength: once.length * 3,
        maxLength: once.length * 3,
      }),
    ),
  );
  fc.assert(
    fc.property(tellings, ([inOrder, shuffled]) => {
      expect(shuffled.reduce(withFact, nothingTold)).toEqual(inOrder.reduce(withFact, nothingTold));
    }),
  );
});

test('what is kept as JSON is the same call', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 10 }), (told) => {
      const state = told.reduce(withFact, nothingTold);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }),
  );
});

test('a call that has ended rings nowhere and has a result', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 14 }), moments, (some, end) => {
      const view = seen([...some, { kind: 'ended', at: end }]);
      expect(view.ringing).toEqual([]);
      expect(view.result).not.toBeNull();
    }),
  );
});
