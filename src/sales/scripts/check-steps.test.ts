import { describe, expect, test } from 'vitest';
import { findFlaw, findFlaws } from './check-steps.ts';
import { firstScript } from './first-script.ts';
import type { Step } from './steps.ts';

const step = (key: string, kind: Step['kind'], next: string | null, more: Partial<Step> = {}) => ({
  key,
  kind,
  next,
  words: key,
  fills: null,
  options: [],
  ...more,
});
const ways = (...nexts: (string | null)[]): Partial<Step> => ({
  options: nexts.map((next, at) => ({ label: String(at), value: null, next })),
});
const option = (label: string, next: string | null) => ({ label, value: null, next });
const offer = step('offer', 'recommendation', 'end');
const end = step('end', 'end', null);

describe('a script', () => {
  test.each(['ru', 'en'] as const)('that everybody begins with has no flaw: %s', (language) => {
    expect(findFlaw(firstScript(language).steps)).toBeNull();
  });

  test.each<[string, Step[], string, number]>([
    ['nothing', [], 'no_steps', 1],
    ['a step without words', [{ ...offer, words: ' ' }, end], 'no_words', 1],
    [
      'a choice without words',
      [
        step('a', 'question', 'offer', { options: [option('', null), option('b', null)] }),
        offer,
        end,
      ],
      'no_words',
      1,
    ],
    [
      'two of one name',
      [step('a', 'say', 'offer'), step('a', 'say', 'offer'), offer, end],
      'same_key',
      2,
    ],
    ['a way that ends nowhere', [step('a', 'say', null), offer, end], 'no_end', 1],
    ['a step that is not there', [step('a', 'say', 'x'), offer, end], 'no_such_step', 1],
    ['no choice', [step('a', 'question', 'offer', ways('offer')), offer, end], 'no_options', 1],
    [
      'an answer of another kind',
      [step('a', 'question', 'offer', { ...ways(null), fills: 'uses' }), offer, end],
      'no_options',
      1,
    ],
    [
      'a use that is a number',
      [step('a', 'question', 'offer', { ...ways(null, null), fills: 'uses' }), offer, end],
      'bad_value',
      1,
    ],
    [
      'a way back to itself',
      [step('a', 'question', 'offer', ways('b', 'offer')), step('b', 'say', 'a'), offer, end],
      'loops',
      1,
    ],
    ['a step aside', [offer, end, step('b', 'say', 'end')], 'unreachable', 3],
    [
      'an end before a tariff was recommended',
      [step('a', 'question', null, ways('offer', 'end')), offer, end],
      'no_recommendation',
      3,
    ],
    ['a payment before it', [step('a', 'payment', 'offer'), offer, end], 'no_recommendation', 1],
  ])('is refused for %s', (_, steps, code, at) => {
    expect(findFlaw(steps)).toEqual({ code: `script_${code}`, at });
  });

  test('is told what is wrong with each step at once', () => {
    const flaws = findFlaws([step('a', 'say', null), { ...offer, words: '' }, end]);
    expect(flaws).toEqual([
      { code: 'script_no_end', at: 1 },
      { code: 'script_no_words', at: 2 },
    ]);
  });
});
