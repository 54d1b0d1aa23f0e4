import type { z } from 'zod';
import type { api } from './api.ts';
import { presetsOf } from './presets/index.ts';
import { keysOf, targetsOf } from './presets/targets.ts';

type Route = (typeof api)['GET /api/imports/presets'];
type Output = z.input<Route['output']>;

/** What the mapping of columns can be chosen from. */
export function listPresets({ kind }: z.output<Route['input']>): Output {
  return {
    presets: presetsOf[kind].map(({ name, title }) => ({ name, title })),
    targets: Object.entries(targetsOf[kind]).map(([group, names]) => ({
      group,
      names: [...names],
    })),
    keys: [...keysOf[kind]],
  };
}
