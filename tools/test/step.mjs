import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');
const graceMs = 15_000;

let running;
let interrupted = false;

/** Whether a person or the system asked the run to stop. */
export function isInterrupted() {
  return interrupted;
}

/** Runs a checking program; its output is shown only when it fails. Counts as one check. */
export async function runStep(program, args) {
  const { code, output } = await runChild(program, args, { isQuiet: true });
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1 } : { failed: 1 };
}

/**
 * Runs one of the packages' programs with Node 24, whatever Node runs this file. It has a process
 * group of its own, so that an interruption reaches everything it started.
 */
export function runChild(program, args, { env = {}, isQuiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(bin, program), args, {
      cwd: root,
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH}` },
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
      detached: true,
    });
    running = child;
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) => {
      running = undefined;
      if (signal && !interrupted) console.log(`   ${program} was ended from outside by ${signal}`);
      resolve({ code: code ?? 1, output });
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    const child = running;
    if (!child) return;
    signalGroup(child, 'SIGTERM');
    setTimeout(() => running === child && signalGroup(child, 'SIGKILL'), graceMs).unref();
  });
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has just ended.
  }
}
