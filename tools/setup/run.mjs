import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const cacheDir = join(root, '.cache');

/** What a person can put right: it is printed without a stack. */
export class SetupError extends Error {}

/** Prints one progress line. */
export function say(line) {
  console.log(`setup: ${line}`);
}

/**
 * Runs a program and gives back `{ code, output }`: a failure can be told in full and a success in
 * silence. `timeout` is in milliseconds; 0 waits for ever.
 */
export function run(command, args, { cwd = root, env = process.env, timeout = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Lets one setup of this clone run at a time: two `npm start` begun together would otherwise delete
 * each other's half-installed packages. A lock whose holder died is taken over.
 */
export async function withSetupLock(work) {
  mkdirSync(cacheDir, { recursive: true });
  const lock = join(cacheDir, 'setup.lock');
  for (let told = false; !take(lock); told = true) {
    if (!told) say('waiting for another setup of this folder to finish');
    await pause(300);
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw new SetupError(`This folder cannot be written to (${error.message}).`);
    }
  }
  if (!isAlive(Number(readOrEmpty(lock)))) rmSync(lock, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The text of a file, or an empty string where it is missing. */
export function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
