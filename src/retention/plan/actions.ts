import type { RiskGroup } from '../../subscribers/index.ts';
import type { careActions } from './action-keys.ts';

/**
 * What can be done before anybody says that they leave. How often it keeps, is taken and wakes up
 * are priors, the same that a save desk begins with: agreed, not measured, until outcomes teach.
 */
export type Action = {
  key: (typeof careActions)[number];
  /** Reasons that it answers: a fault is mended before anything is given for it. */
  groups: readonly RiskGroup[];
  /** What it costs if it is taken, in monthly margins. */
  incentiveMargins: number;
  slots: number;
  saveRate: number;
  takeUp: number;
  harm: number;
};

export const actions: readonly Action[] = [
  {
    key: 'repair',
    groups: ['quality'],
    incentiveMargins: 0.5,
    slots: 1,
    saveRate: 0.3,
    takeUp: 0.3,
    harm: 0.001,
  },
  {
    key: 'apology',
    groups: ['service'],
    incentiveMargins: 0.3,
    slots: 1,
    saveRate: 0.2,
    takeUp: 0.8,
    harm: 0.001,
  },
  {
    key: 'deferral',
    groups: ['money'],
    incentiveMargins: 0.1,
    slots: 0,
    saveRate: 0.2,
    takeUp: 0.4,
    harm: 0.001,
  },
  {
    key: 'tariff',
    groups: ['price', 'usage'],
    incentiveMargins: 1,
    slots: 1,
    saveRate: 0.3,
    takeUp: 0.3,
    harm: 0.002,
  },
  {
    key: 'bonus',
    groups: ['competitor', 'term', 'price'],
    incentiveMargins: 1.5,
    slots: 1,
    saveRate: 0.25,
    takeUp: 0.5,
    harm: 0.002,
  },
];
