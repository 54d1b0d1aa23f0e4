import type { RiskFact } from '../../subscribers/index.ts';
import { findLeaks } from '../model/find-leaks.ts';
import type { Plans } from '../model/plans.ts';
import type { Body } from './body.ts';
import { makeBody } from './make-body.ts';
import { type Gathered, tableOf } from './gathered.ts';
import { learnHazard } from './learn-hazard.ts';
import { type AucGain, measureLater } from './measure-later.ts';
import { divideByTime, outcomeIn } from './outcomes.ts';
import type { Quality } from './quality.ts';
import { takeRows } from './take-rows.ts';
import { trainOfRare } from './train-of-rare.ts';

export type Lesson = {
  gathered: Gathered;
  facts: readonly RiskFact[];
  gapDays: number;
  seed: number;
  plans?: Plans;
  /** The version in force, to be measured on the same months. */
  standing?: Body | null;
};
export type Learnt = {
  body: Body & { kind: 'model' };
  quality: Quality;
  /** How much better than what is in force it tells the later months. */
  gain: AucGain | null;
};

/** Of fewer who left nothing is learnt. */
const LEAST_LEAVERS = 100;

/**
 * Learns who leaves from the earlier months and measures it on the later ones; the model that
 * scores is the very one that was measured.
 * @returns null where too few left to learn from
 */
export function learnRisk(lesson: Lesson): Learnt | null {
  const { gathered, facts, gapDays, seed, plans, standing = null } = lesson;
  const startedMs = performance.now();
  const { train, later, knownBefore } = divideByTime(gathered, gapDays);
  const own = takeRows(gathered, train);
  const labels = Uint8Array.from(
    train,
    (row) => outcomeIn(gathered, row, { gapDays, month: 0 }) ?? 0,
  );
  const leavers = labels.reduce((sum, label) => sum + label, 0);
  if (leavers < LEAST_LEAVERS) return null;
  const leaks = findLeaks(tableOf(own), labels);
  const table = tableOf(own, new Set(leaks.map(({ column }) => column)));
  const model = trainOfRare(table, labels, seed, plans);
  const hazard = learnHazard(model, gathered, { train, gapDays, knownBefore });
  const body = makeBody(model, { table, facts, hazard });
  const days = [...train, ...later].map(
    (row) => gathered.moments[gathered.momentOf[row] ?? 0] ?? '',
  );
  const { measured, gain } = measureLater(model, gathered, { later, gapDays, hazard, standing });
  const quality: Quality = {
    rows: train.length,
    leavers,
    laterRows: later.length,
    fromOn: days[0] ?? '',
    toOn: days[train.length - 1] ?? '',
    laterFromOn: days[train.length] ?? '',
    laterToOn: days.at(-1) ?? '',
    ...measured,
    leaks,
    chosen: model.chosen,
    seconds: (performance.now() - startedMs) / 1000,
  };
  return { body, quality, gain };
}
