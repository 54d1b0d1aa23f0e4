import { callbacks } from './processes/callbacks.ts';
import { leavers } from './processes/leavers.ts';
import { nodes } from './processes/nodes.ts';
import { norms } from './processes/norms.ts';
import { pitches } from './processes/pitches.ts';
import { prices } from './processes/prices.ts';
import { recommendations } from './processes/recommendations.ts';
import { suspensions } from './processes/suspensions.ts';
import type { LostProcess, ProcessKey } from './process.ts';

/** Each process, in the order of the page. */
export const processes: Readonly<Record<ProcessKey, LostProcess>> = {
  callbacks,
  recommendations,
  pitches,
  leavers,
  norms,
  suspensions,
  nodes,
  prices,
};
