import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import type { Dovecot } from './dovecot.ts';
import { answers, servant, serverPath } from './servant.ts';
import type { Smtp } from './smtp.ts';

/**
 * A mail server as an operator has one, of Debian: it takes letters from whoever signs in, brings
 * what is for `bereg.example` into Dovecot's mailboxes, and all else on to the world outside.
 */
export type Exim = {
  port: number;
  user: string;
  password: string;
  /** Whether it asks everybody to come again later. */
  isGreylisting: (is: boolean) => Promise<void>;
  stop: () => Promise<void>;
};

const user = 'support';
const password = 'тайна-26';
/** Letters of so many bytes are too large for it. */
export const eximLimitBytes = 200_000;

/** Why Exim cannot be run here, for a test that skips and says so; null where it can. */
export function eximLacking(): string | null {
  const { stdout, error } = spawnSync('exim4', ['-bV'], { encoding: 'utf8', env: serverPath });
  if (error) return 'Exim is not installed (Debian: exim4-daemon-light)';
  return stdout.startsWith('Exim version 4.') ? null : 'the exim4 that is here is no Exim 4';
}

/** @param outside what stands for every other mail server of the world */
export async function startExim(dovecot: Dovecot, outside: Smtp): Promise<Exim> {
  const { uid, gid, as, own, folder: makeFolder } = servant();
  const folder = await makeFolder('exim');
  const port = await freePort();
  const config = join(folder, 'exim.conf');
  const { mailFolder } = dovecot;
  const of = { folder, port, uid, gid, mailFolder, outsidePort: outside.port };
  await writeFile(config, configOf(of), { mode: 0o600 });
  await own(config);
  const program = spawn('exim4', ['-bdf', '-C', config], {
    stdio: 'ignore',
    env: serverPath,
    ...as,
  });
  await answers(port);
  const greylist = join(folder, 'greylisting');
  return {
    port,
    user,
    password,
    isGreylisting: (is) => (is ? writeFile(greylist, '') : rm(greylist, { force: true })),
    stop: async () => {
      if (program.exitCode === null && program.kill('SIGTERM')) await once(program, 'exit');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Of = {
  folder: string;
  port: number;
  uid: number;
  gid: number;
  mailFolder: string;
  outsidePort: number;
};

const configOf = (of: Of): string =>
  [settingsOf(of), checksOf(of), deliveryOf(of), authenticators].join('');

const settingsOf = (of: Of): string => `
primary_hostname = mx.bereg.example
qualify_domain = bereg.example
exim_user = ${of.uid}
exim_group = ${of.gid}
spool_directory = ${of.folder}/spool
log_file_path = ${of.folder}/%slog
pid_file_path = ${of.folder}/exim.pid
daemon_smtp_ports = ${of.port}
local_interfaces = 127.0.0.1
deliver_drop_privilege = true
keep_environment =
tls_advertise_hosts =
host_lookup =
check_spool_space = 0
check_log_space = 0
message_size_limit = ${eximLimitBytes}
acl_smtp_rcpt = at_recipient
acl_smtp_data = at_letter
`;

const checksOf = (of: Of): string => `
begin acl

at_recipient:
  defer   condition = \${if exists{${of.folder}/greylisting}}
          message   = 4.7.1 greylisted, come again later
  require verify    = recipient
  accept  domains   = bereg.example
  accept  authenticated = *
  deny    message   = relay not permitted

at_letter:
  deny    condition = \${if > {$max_received_linelength}{998}}
          message   = maximum allowed line length is 998 octets
  accept
`;

const deliveryOf = (of: Of): string => `
begin routers

own:
  driver = accept
  domains = bereg.example
  local_parts = ${user}
  transport = mailbox

outside:
  driver = manualroute
  domains = ! bereg.example
  route_list = * 127.0.0.1
  self = send
  transport = onwards
  no_more

begin transports

mailbox:
  driver = appendfile
  directory = ${of.mailFolder}/$local_part_data
  maildir_format
  user = ${of.uid}
  group = ${of.gid}

onwards:
  driver = smtp
  port = ${of.outsidePort}
  hosts_try_fastopen =

begin retry

*  *  F,2h,15m
`;

const authenticators = `
begin authenticators

plain:
  driver = plaintext
  public_name = PLAIN
  server_advertise_condition = yes
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${user}}}{eq{$auth3}{${password}}}}}
  server_set_id = $auth2
`;
