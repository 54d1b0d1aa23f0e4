import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdtemp } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const NOBODY = 65_534;

/** Where Debian keeps servers, which an ordinary user's path leaves out. */
export const serverPath = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** As whom a mail server of a test runs: nobody where we are root, else ourselves. */
export type Servant = {
  uid: number;
  gid: number;
  user: string;
  group: string;
  /** What a program is to be started with. */
  as: { uid?: number; gid?: number };
  own: (path: string) => Promise<void>;
  /** Makes a temporary folder of its own. */
  folder: (name: string) => Promise<string>;
};

export function servant(): Servant {
  const isRoot = process.getuid?.() === 0;
  const uid = isRoot ? NOBODY : (process.getuid?.() ?? 0);
  const gid = isRoot ? NOBODY : (process.getgid?.() ?? 0);
  const own = async (path: string): Promise<void> => {
    if (isRoot) await chown(path, uid, gid);
  };
  return {
    uid,
    gid,
    user: isRoot ? 'nobody' : userInfo().username,
    group: groupOf(gid),
    as: isRoot ? { uid, gid } : {},
    own,
    folder: async (name) => {
      const folder = await mkdtemp(join(tmpdir(), `bereg-${name}-`));
      await own(folder);
      await chmod(folder, 0o700);
      return folder;
    },
  };
}

function groupOf(gid: number): string {
  const { stdout } = spawnSync('getent', ['group', String(gid)], { encoding: 'utf8' });
  return stdout.split(':')[0] ?? '';
}

/** Waits until somebody listens. */
export async function answers(port: number): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ port, host: '127.0.0.1' });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isUp) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error(`nobody answers at port ${port}`);
}
