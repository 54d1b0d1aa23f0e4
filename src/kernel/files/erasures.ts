import { open, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Files } from './files.ts';

/**
 * That somebody's data was erased, kept outside the database: a backup made before still holds the
 * person, and a restore of it erases again. The day of making tells a namesake id of another base.
 */
const Erasure = z.object({
  subscriberId: z.int(),
  createdAt: z.iso.datetime(),
  erasedAt: z.iso.datetime(),
});
export type Erasure = z.output<typeof Erasure>;

/**
 * Adds lines at the end of the operator's list; they are on the disk when this returns. Each begins
 * on a line of its own, even behind one that a crash cut off.
 */
export async function appendErasures(files: Files, erasures: readonly Erasure[]): Promise<void> {
  const file = await open(files.erasures, 'a', 0o600);
  try {
    await file.chmod(0o600);
    await file.appendFile(erasures.map((one) => `\n${JSON.stringify(one)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every erasure of the operator, oldest first; a line cut off by a crash is passed by. */
export async function readErasures(files: Pick<Files, 'erasures'>): Promise<Erasure[]> {
  const text = await readFile(files.erasures, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const read = Erasure.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

/**
 * Adds a list that was kept elsewhere to the operator's own.
 * @throws when there is no such file, or it holds something else
 */
export async function addErasures(files: Files, path: string): Promise<void> {
  const { size } = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`the list of erasures cannot be read: ${cause.message}`);
  });
  const erasures = await readErasures({ erasures: path });
  if (size > 0 && erasures.length === 0) throw new Error(`${path} holds no list of erasures`);
  await appendErasures(files, erasures);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
