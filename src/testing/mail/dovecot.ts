import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { answers, servant, serverPath } from './servant.ts';

/** A real IMAP server of one's own, on loopback, as an ordinary user in a temporary folder. */
export type Dovecot = {
  port: number;
  password: string;
  /** A folder of mailboxes, each named after its user. */
  mailFolder: string;
  /** Brings a letter into a user's mailbox, as a mail server's local delivery does. */
  deliver: (user: string, letter: string | Buffer) => Promise<void>;
  /** Makes the server number a mailbox's letters anew. */
  renumber: (user: string) => Promise<void>;
  /** Ends the server with every line that is open, and starts it again on the same port. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

const password = 'тайна-17';

/** Why Dovecot cannot be run here, for a test that skips and says so; null where it can. */
export function dovecotLacking(): string | null {
  const { stdout, error } = spawnSync('dovecot', ['--version'], {
    encoding: 'utf8',
    env: serverPath,
  });
  if (error) return 'Dovecot is not installed (Debian: dovecot-imapd)';
  return stdout.startsWith('2.3.') ? null : `Dovecot ${stdout.trim()} is none of 2.3`;
}

export async function startDovecot(): Promise<Dovecot> {
  const { uid, gid, user, group, as, own, folder: makeFolder } = servant();
  const folder = await makeFolder('dovecot');
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, configOf({ folder, port, uid, gid, user, group }));
  await own(config);
  const start = async (): Promise<ChildProcess> => {
    const program = spawn('dovecot', ['-F', '-c', config], {
      stdio: 'ignore',
      env: serverPath,
      ...as,
    });
    await answers(port);
    return program;
  };
  const end = async (program: ChildProcess): Promise<void> => {
    if (program.exitCode === null && program.kill('SIGTERM')) await once(program, 'exit');
  };
  let program = await start();
  const mailFolder = join(folder, 'mail');
  const mailbox = (name: string): string => join(mailFolder, name);
  return {
    port,
    password,
    mailFolder,
    deliver: async (to, letter) => {
      for (const part of ['', 'tmp', 'new', 'cur']) {
        await mkdir(join(mailbox(to), part), { recursive: true });
        await own(join(mailbox(to), part));
      }
      await own(mailFolder);
      const name = `${Date.now()}.${randomUUID()}.test`;
      const path = join(mailbox(to), 'tmp', name);
      await writeFile(path, letter);
      await own(path);
      await rename(path, join(mailbox(to), 'new', name));
    },
    renumber: async (of) => {
      await end(program);
      for (const name of await readdir(mailbox(of))) {
        if (name.startsWith('dovecot')) await rm(join(mailbox(of), name), { recursive: true });
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
