import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

/** A real IMAP server of one's own, on loopback, as an ordinary user in a temporary folder. */
export type Dovecot = {
  port: number;
  password: string;
  /** Brings a letter into a user's mailbox, as a mail server's local delivery does. */
  deliver: (user: string, letter: string | Buffer) => Promise<void>;
  /** Makes the server number a mailbox's letters anew. */
  renumber: (user: string) => Promise<void>;
  /** Ends the server with every line that is open, and starts it again on the same port. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

const password = 'тайна-17';
const NOBODY = 65_534;
/** Where Debian keeps servers, which an ordinary user's path leaves out. */
const env = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** Why Dovecot cannot be run here, for a test that skips and says so; null where it can. */
export function dovecotLacking(): string | null {
  const { stdout, error } = spawnSync('dovecot', ['--version'], { encoding: 'utf8', env });
  if (error) return 'Dovecot is not installed (Debian: dovecot-imapd)';
  return stdout.startsWith('2.3.') ? null : `Dovecot ${stdout.trim()} is none of 2.3`;
}

export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'bereg-dovecot-'));
  const isRoot = process.getuid?.() === 0;
  const uid = isRoot ? NOBODY : (process.getuid?.() ?? 0);
  const gid = isRoot ? NOBODY : (process.getgid?.() ?? 0);
  const own = async (path: string): Promise<void> => {
    if (isRoot) await chown(path, uid, gid);
  };
  await own(folder);
  await chmod(folder, 0o700);
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  await writeFile(
    config,
    configOf({ folder, port, uid, gid, user: nameOf(uid), group: groupOf(gid) }),
  );
  await own(config);
  const start = async (): Promise<ChildProcess> => {
    const program = spawn('dovecot', ['-F', '-c', config], {
      stdio: 'ignore',
      env,
      ...(isRoot ? { uid, gid } : {}),
    });
    await answers(port);
    return program;
  };
  const end = async (program: ChildProcess): Promise<void> => {
    if (program.exitCode === null && program.kill('SIGTERM')) await once(program, 'exit');
  };
  let program = await start();
  const mailbox = (user: string): string => join(folder, 'mail', user);
  return {
    port,
    password,
    deliver: async (user, letter) => {
      for (const part of ['', 'tmp', 'new', 'cur']) {
        await mkdir(join(mailbox(user), part), { recursive: true });
        await own(join(mailbox(user), part));
      }
      await own(join(folder, 'mail'));
      const name = `${Date.now()}.${randomUUID()}.test`;
      const path = join(mailbox(user), 'tmp', name);
      await writeFile(path, letter);
      await own(path);
      await rename(path, join(mailbox(user), 'new', name));
    },
    renumber: async (user) => {
      await end(program);
      for (const name of await readdir(mailbox(user))) {
        if (name.startsWith('dovecot')) await rm(join(mailbox(user), name), { recursive: true });
      }
      // The new number is the second of its making.
      await new Promise((go) => setTimeout(go, 1100));
      program = await start();
    },
    restart: async () => {
      await end(program);
      program = await start();
    },
    stop: async () => {
      await end(program);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const nameOf = (uid: number): string => (uid === NOBODY ? 'nobody' : userInfo().username);

function groupOf(gid: number): string {
  const { stdout } = spawnSync('getent', ['group', String(gid)], { encoding: 'utf8' });
  return stdout.split(':')[0] ?? '';
}

const configOf = (of: {
  folder: string;
  port: number;
  uid: number;
  gid: number;
  user: string;
  group: string;
}): string => `
base_dir = ${of.folder}/run
state_dir = ${of.folder}/state
log_path = ${of.folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${of.user}
default_internal_group = ${of.group}
default_login_user = ${of.user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${of.folder}/mail/%u
mailbox_list_index = no
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${of.uid} gid=${of.gid} home=${of.folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${of.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

async function answers(port: number): Promise<void> {
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
  throw new Error('Dovecot does not answer');
}
