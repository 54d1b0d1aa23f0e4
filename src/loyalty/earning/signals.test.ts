import { expect, test } from 'vitest';
import { firstRules } from '../rules/first-rules.ts';
import en from '../web/en.json' with { type: 'json' };
import ru from '../web/ru.json' with { type: 'json' };
import { ruleOf, signalKeys } from './signals.ts';

test.each(signalKeys)('%s has its words, its bound and a first rule', (signal) => {
  const { unit, per } = ruleOf(signal);
  for (const { rules } of [ru, en]) {
    const sentences = Object.keys(rules.sentences);
    expect(rules.signals[signal]).toBeTruthy();
    expect(sentences.some((key) => key === signal || key === `${signal}_one`)).toBe(true);
    expect(rules.points[per]).toBeTruthy();
    expect(unit === 'none' || rules.bounds[unit]).toBeTruthy();
  }
  expect(firstRules('en').filter((rule) => rule.signal === signal)).toHaveLength(1);
});
