import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How PostgreSQL's programs are run, and who then owns its files (undefined: who runs Node). */
export interface Account {
  ownerUid?: number;
  ownerGid?: number;
  run(program: string, args: string[]): Promise<{ code: number; output: string }>;
}

interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

// LC_ALL keeps messages in English whatever the machine speaks: some of them are matched on.
const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };

/**
 * Chooses the account for PostgreSQL, which refuses to run as root. An ordinary user runs it as
 * themselves. Root hands it to the user `postgres`, else `nobody`. Where that user may not enter
 * the folders (a clone in root's own home), it is lent the one right it lacks, that no folder has
 * to be opened to others: of the ways to lend it, the first that this system allows.
 */
export function chooseAccount(binDir: string, dataDir: string): Account {
  if (process.getuid?.() !== 0) return { run: runner([]) };
  const user = systemUser('postgres') ?? systemUser('nobody');
  if (!user) throw new Error('PostgreSQL needs a user other than root: create one named postgres.');
  // initdb that only shows its settings looks for all the programs and files it needs.
  const script = 'cd "$1" && exec "$2" --show -D "$1/none"';
  const probe = ['-c', script, 'sh', dataDir, join(binDir, 'initdb')];
  for (const { uid, gid, prefix } of waysOf(user)) {
    const [command = '/bin/sh', ...args] = [...prefix, '/bin/sh', ...probe];
    if (spawnSync(command, args, { env: environment, cwd: '/' }).status === 0) {
      return { ownerUid: uid, ownerGid: gid, run: runner(prefix) };
    }
  }
  throw new Error(
    `The user ${user.name}, as whom root runs PostgreSQL, may not enter ${dataDir} or ${binDir}: ` +
      'move the folder out of root’s home, choose BEREG_DATA_DIR, or start as an ordinary user.',
  );
}

/**
 * Ways to run as the user, from the least right to the most: plainly; able to read past closed
 * folders; as root under the user's number in a namespace of its own; able to write past them too,
 * which alone is left in a container without namespaces.
 */
function waysOf({ uid, gid }: SystemUser): { uid: number; gid: number; prefix: string[] }[] {
  const as = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const lending = (right: string): string[] => [
    `--inh-caps=${right}`,
    `--ambient-caps=${right}`,
    // Else access(2), by which the programs find each other, would not count the right.
    '--securebits=+no_setuid_fixup',
  ];
  const mapped = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`];
  return [
    { uid, gid, prefix: as },
    { uid, gid, prefix: [...as, ...lending('+dac_read_search')] },
    { uid: 0, gid: 0, prefix: mapped },
    { uid, gid, prefix: [...as, ...lending('+dac_override')] },
  ];
}

/**
 * Gives a file or folder to the account. A cluster may have been made under another account or come
 * from elsewhere: its own folder changes hands last, so an interrupted change is made again.
 */
export async function takeOwnership(path: string, account: Account): Promise<void> {
  const { ownerUid, ownerGid } = account;
  const found = await stat(path);
  if (ownerUid === undefined || ownerGid === undefined) {
    if (found.uid === (process.getuid?.() ?? found.uid)) return;
    throw new Error(`${path} belongs to another user (${found.uid}): start as that user.`);
  }
  if (found.uid === ownerUid) return;
  const inside = found.isDirectory() ? await readdir(path, { recursive: true }) : [];
  for (const name of inside) await chown(join(path, name), ownerUid, ownerGid);
  await chown(path, ownerUid, ownerGid);
}

function runner(prefix: string[]): Account['run'] {
  return (program, args) =>
    new Promise((resolve) => {
      const [command = program, ...rest] = [...prefix, program, ...args];
      const child = execFile(command, rest, { env: environment, cwd: '/' });
      let output = '';
      child.stdout?.on('data', (chunk: string) => (output += chunk));
      child.stderr?.on('data', (chunk: string) => (output += chunk));
      child.on('error', (error) => resolve({ code: 127, output: error.message }));
      // The server inherits pg_ctl's pipes, so only the exit of pg_ctl itself is waited for.
      child.on('exit', (code) => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        resolve({ code: code ?? 1, output });
      });
    });
}

function systemUser(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}
