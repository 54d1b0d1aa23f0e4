import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from './files.ts';

/** The name of what stands for a key in the folder of what was begun. */
export const nameOfKey = (key: string): string => key.replace('/', '~');
export const keyOfName = (name: string): string => name.replace('~', '/');

/**
 * Notes that bytes are about to lie under a key: whatever becomes of the row that is to name them,
 * a day later `sweepBegun` looks. Outside the database, for a transaction may take back all it did.
 */
export async function noteBegun({ begun }: Files, key: string): Promise<void> {
  await writeFile(join(begun, nameOfKey(key)), '', { mode: 0o600, flush: true });
}
