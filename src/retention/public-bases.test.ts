import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { patienceMs, isProof } from '../testing/proof.ts';
import { evaluateModels } from './model/evaluate.ts';
import { plansFor } from './model/plans.ts';
import { fastPlans } from './testing/fast-plans.ts';
import { loadSample } from './testing/load-sample.ts';

/** Where public bases lie that the project does not carry; without them these tests are skipped. */
const folder = process.env['BEREG_SAMPLES'] ?? '';

const telco = { target: 'Churn', positive: 'Yes', drop: ['customerID'] };
const churn = { target: 'churn', positive: 'yes', drop: [] };

/** What must be reached: in full by the models as they are, and by hasty ones in every run. */
const bars = isProof
  ? { telco: { auc: 0.848, lift: 2.88, error: 0.015 }, churn: { auc: 0.92, lift: 6, error: 0.015 } }
  : { telco: { auc: 0.84, lift: 2.7, error: 0.025 }, churn: { auc: 0.9, lift: 6, error: 0.025 } };

describe.skipIf(!existsSync(join(folder, 'ibm_telco.csv')))(
  'the public bases, where BEREG_SAMPLES names their folder',
  () => {
    test.each([
      { file: 'ibm_telco.csv', question: telco, bar: bars.telco },
      { file: 'mlc_churn_5000.csv', question: churn, bar: bars.churn },
    ])(
      'on $file the chosen model reaches its figures, and is above the baseline',
      async ({ file, question, bar }) => {
        const { table, labels } = await loadSample(join(folder, file), question);
        const plans = isProof ? plansFor(table.rowCount, table.columns.length) : fastPlans();
        const evaluated = evaluateModels(table, labels, isProof ? [1, 2] : [1], { plans });
        const chosen = evaluated.find(({ model }) => model === 'chosen');
        expect(chosen?.auc).toBeGreaterThanOrEqual(bar.auc);
        expect(chosen?.topDecileLift).toBeGreaterThanOrEqual(bar.lift);
        expect(chosen?.calibrationError).toBeLessThanOrEqual(bar.error);
        const ridge = evaluated.find(({ model }) => model === 'ridge');
        expect(chosen?.brier).toBeLessThan(ridge?.brier ?? 0);
      },
      patienceMs(60),
    );
  },
);
