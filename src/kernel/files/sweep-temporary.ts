import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from '../runtime/installation.ts';

const DAY_MS = 86_400_000;

/**
 * At every start: copies and half uploads that a killed process left behind go. What is younger
 * than a day may be another process's work.
 */
export async function sweepTemporary({ operators, clock }: Installation): Promise<void> {
  const before = clock.now().getTime() - DAY_MS;
  for (const folder of new Set(operators.map(({ files }) => files.temporary))) {
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true });
    }
  }
}
