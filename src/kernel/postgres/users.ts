import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beginningOf } from './processes.ts';

/**
 * Notes in the data folder that this process uses the server, and returns the function that takes
 * the note back and tells whether anybody else is left. Processes that died without taking theirs
 * back do not count: the note holds when its process began.
 */
export async function joinUsers(dataDir: string): Promise<() => Promise<{ isLast: boolean }>> {
  const dir = join(dataDir, 'users');
  await mkdir(dir, { recursive: true });
  const note = join(dir, `${process.pid}.${notes++}`);
  await writeFile(note, beginningOf(process.pid) ?? '');
  return async () => {
    await rm(note, { force: true });
    return { isLast: !(await hasLivingUser(dir)) };
  };
}

let notes = 0;

async function hasLivingUser(dir: string): Promise<boolean> {
  for (const name of await readdir(dir)) {
    const beginning = await readFile(join(dir, name), 'utf8').catch(() => undefined);
    if (beginning !== undefined && beginningOf(Number.parseInt(name, 10)) === beginning)
      return true;
    await rm(join(dir, name), { force: true });
  }
  return false;
}
