import { type Program, address, end, run, serverPid, until } from '../../src/testing/programs.ts';
import { freePort } from '../../src/testing/free-port.ts';
import { guardedFolder } from '../../src/kernel/postgres/testing/guarded-folder.ts';
import type { Api } from '../../src/kernel/api/define.ts';
import type { As, Call } from '../../src/testing/world.ts';

/** An installation in processes of its own, web and worker apart, with its own PostgreSQL. */
export type Installed = {
  /** Where its data lie. */
  folder: string;
  address: string;
  /** The link by which the first administrator comes in. */
  firstToken: string;
  /** The typed calls of a domain's routes, over the wire. */
  via: <A extends Api>(api: A) => Call<A>;
  /** Kills web, worker and database at one moment, as a machine that loses its power. */
  kill: () => Promise<void>;
  /** Starts all again on the same port. */
  start: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Sets up and starts an installation.
 * @param more settings of its environment beside the folder and the port
 */
export async function installed(
  name: string,
  more: Record<string, string> = {},
): Promise<Installed> {
  const folder = await guardedFolder(name);
  const port = String(await freePort());
  const at = `http://127.0.0.1:${port}`;
  const settings = { ...more, BEREG_DATA_DIR: folder.dir, PORT: port };
  let programs: Program[] = [];
  const start = async (): Promise<void> => {
    const web = run(['src/main.ts'], { ...settings, BEREG_ROLES: 'web' });
    programs = [web];
    await address(web);
    programs.push(run(['src/main.ts'], { ...settings, BEREG_ROLES: 'worker' }));
  };
  await start();
  const [web] = programs;
  if (!web) throw new Error('nothing runs');
  const firstToken = await until(() => /welcome\?token=([\w-]+)/.exec(web.output())?.[1], web);
  return {
    folder: folder.dir,
    address: at,
    firstToken,
    via: () => (key, input, as) => callOver(at, key, input ?? {}, as) as Promise<never>,
    kill: async () => {
      const pid = serverPid(folder.dir);
      for (const { process: one } of programs) one.kill('SIGKILL');
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await Promise.all(programs.map((one) => end(one, 'SIGKILL')));
    },
    start,
    close: async () => {
      for (const program of programs.toReversed()) await end(program, 'SIGTERM');
      folder.release();
    },
  };
}

async function callOver(
  origin: string,
  key: string,
  input: Record<string, unknown>,
  as: As = {},
): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }> {
  const [method = 'GET', pattern = ''] = key.split(' ');
  const parts = new Set<string>();
  const path = pattern.replace(/\{(\w+)\}/g, (_, part: string) => {
    parts.add(part);
    return encodeURIComponent(String(input[part]));
  });
  const rest = Object.entries(input).filter(([name]) => !parts.has(name));
  const query = new URLSearchParams(
    rest.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const isRead = method === 'GET';
  const response = await fetch(`${origin}${path}${isRead ? `?${query}` : ''}`, {
    method,
    headers: { 'x-requested-with': 'bereg', 'content-type': 'application/json', ...as },
    ...(isRead ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    body: isJson ? await response.json() : await response.text(),
    headers: Object.fromEntries(response.headers),
  };
}

/** Signs in with a password over the wire. @returns the headers of whoever has signed in */
export async function signInOver(origin: string, email: string, password: string): Promise<As> {
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'x-requested-with': 'bereg', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(await response.text());
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return { cookie: cookies.join('; ') };
}
