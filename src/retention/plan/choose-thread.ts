import { parentPort, workerData } from 'node:worker_threads';
import { besidePlan } from './beside.ts';
import { chooseActions, type Option } from './choose-actions.ts';
import type { Question } from './choose-beside.ts';

const { starts, gains, costs, slots, limits, ranks } = workerData as Question;
const optionAt = (at: number): Option => ({
  action: '',
  gainMinor: gains[at] ?? 0,
  costMinor: costs[at] ?? 0,
  slots: slots[at] ?? 0,
});
const options = Array.from({ length: starts.length - 1 }, (_, person) => {
  const [from = 0, to = 0] = starts.subarray(person, person + 2);
  return Array.from({ length: to - from }, (__, at) => optionAt(from + at));
});

function others({ leaveChances, valuesMinor, byRule }: NonNullable<Question['ranks']>) {
  const people = Array.from(leaveChances, (leaveChance, at) => ({
    leaveChance,
    valueMinor: valuesMinor[at] ?? 0,
    isByRule: byRule[at] === 1,
  }));
  return besidePlan({ people, options }, limits);
}

/** Chooses beside the thread that answers requests, and tells what was chosen. */
parentPort?.postMessage(ranks ? others(ranks) : chooseActions(options, limits), []);
