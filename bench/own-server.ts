import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../src/testing/free-port.ts';
import { pause } from './rush.ts';

/** Starts a server with its worker in a process of its own, on the data of a folder. */
export async function startServer(
  folder: string,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--max-semi-space-size=32', 'src/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      BEREG_DATA_DIR: folder,
      BEREG_DEMO_SUBSCRIBERS: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    server.kill('SIGINT');
    await once(server, 'exit');
  };
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return { address, stop };
    await pause(100);
  }
  await stop();
  throw new Error(`${address} does not answer`);
}
