import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/** Whether a process of that number exists; it may have ended and only wait to be collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether the process is the PostgreSQL server of this cluster. Numbers of dead processes are given
 * out again, so being alive is not enough: it must be a `postgres` that stands in the cluster's
 * folder. A process that has ended but was not collected has an empty command line and does not
 * count.
 */
export function isServerOf(pid: number, clusterDir: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  // The main process is called by its path, its children as `postgres: checkpointer`.
  if (basename(command[0]?.split(':')[0] ?? '') !== 'postgres') return false;
  const isInside = standsIn(pid, clusterDir);
  return isInside ?? command.join(' ').includes(clusterDir);
}

/** The processes of a server whose main process was killed: they can outlive it for a while. */
export function orphansOf(clusterDir: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isServerOf(pid, clusterDir));
}

/**
 * When the process began, as a text that differs for two processes of one number; undefined where
 * there is no such process.
 */
export function beginningOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return psField(pid, 'lstart');
  try {
    // proc(5): field 22 of /proc/PID/stat, counted behind the name, which may hold blanks.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string[] {
  if (process.platform !== 'linux') return psField(pid, 'command')?.split(' ') ?? [];
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Compares folders by their number, so a folder that was moved while in use is still the same. */
function standsIn(pid: number, folder: string): boolean | undefined {
  try {
    const there = statSync(`/proc/${pid}/cwd`);
    const here = statSync(folder);
    return there.dev === here.dev && there.ino === here.ino;
  } catch {
    return undefined;
  }
}

function psField(pid: number, field: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
