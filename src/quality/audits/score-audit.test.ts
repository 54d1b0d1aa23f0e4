import { expect, test } from 'vitest';
import type { Finding } from '../kinds.ts';
import { scoreAudit } from './score-audit.ts';

test.each<[Finding[], number | null]>([
  [['met', 'met', 'unmet', 'unmet'], 50],
  [['met', 'partly', 'na'], 75],
  [['partly', 'unmet', 'unmet', 'unmet'], 13],
  [['unmet', 'na'], 0],
  [['na', 'na'], null],
  [[], null],
])('%j comes to %j', (answers, score) => {
  expect(scoreAudit(answers)).toBe(score);
});
