import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { wiring as files } from './kernel/files/wiring.ts';
import { wiring as search } from './kernel/search/wiring.ts';
import type { Wiring } from './kernel/wiring.ts';
import { domains } from './map.ts';

/** The kernel's own routes and jobs, and every domain's wiring in the order of the map. */
export async function loadWirings(): Promise<Wiring[]> {
  const wirings: Wiring[] = [files, search];
  for (const domain of domains) {
    if (!existsSync(join(import.meta.dirname, domain, 'wiring.ts'))) continue;
    const loaded = (await import(`./${domain}/wiring.ts`)) as { wiring: Wiring };
    wirings.push(loaded.wiring);
  }
  return wirings;
}
