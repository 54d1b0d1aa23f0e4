import type { z } from 'zod';
import type { api } from './api.ts';
import { presets } from './presets/index.ts';
import { importKeys, targetGroups } from './presets/targets.ts';

type Output = z.input<(typeof api)['GET /api/imports/presets']['output']>;

/** What the mapping of columns can be chosen from. */
export function listPresets(): Output {
  return {
    presets: presets.map(({ name, title }) => ({ name, title })),
    targets: Object.entries(targetGroups).map(([group, names]) => ({ group, names: [...names] })),
    keys: [...importKeys],
  };
}
