import { abills } from './abills.ts';
import type { Preset } from './preset.ts';
import { russian } from './russian.ts';
import { splynx } from './splynx.ts';
import { churnSample, telcoSample } from './telco-samples.ts';
import { ubilling } from './ubilling.ts';
import { uisp } from './uisp.ts';
import { utm5 } from './utm5.ts';

/** Every export that is known, in the order in which the wizard offers them. */
export const presets: readonly Preset[] = [
  russian,
  abills,
  ubilling,
  utm5,
  splynx,
  uisp,
  telcoSample,
  churnSample,
];

export function presetNamed(name: string): Preset | null {
  return presets.find((preset) => preset.name === name) ?? null;
}
