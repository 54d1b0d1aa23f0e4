import type { ImportKind } from '../api/kinds.ts';
import { abills } from './abills.ts';
import { coverageTable } from './coverage-table.ts';
import type { Preset } from './preset.ts';
import { russian } from './russian.ts';
import { splynx } from './splynx.ts';
import { churnSample, telcoSample } from './telco-samples.ts';
import { ticketTable } from './ticket-table.ts';
import { ubilling } from './ubilling.ts';
import { usageTable } from './usage-table.ts';
import { uisp } from './uisp.ts';
import { utm5 } from './utm5.ts';

/** The names that columns have wherever a file comes from. */
export const ordinary: Record<ImportKind, Preset> = {
  subscribers: russian,
  tickets: ticketTable,
  usage: usageTable,
  coverage: coverageTable,
};

/** Every export that is known, in the order in which the wizard offers them. */
export const presetsOf: Record<ImportKind, readonly Preset[]> = {
  subscribers: [russian, abills, ubilling, utm5, splynx, uisp, telcoSample, churnSample],
  tickets: [ticketTable],
  usage: [usageTable],
  coverage: [coverageTable],
};

export function presetNamed(kind: ImportKind, name: string): Preset | null {
  return presetsOf[kind].find((preset) => preset.name === name) ?? null;
}
