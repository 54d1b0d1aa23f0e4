// Makes a fresh clone ready: `node tools/setup.mjs start` before the server, `test` before the
// tests. It runs on the machine's own Node (20 or newer) before anything is installed, hence plain
// JavaScript and nothing but Node's own modules.
import { buildWeb } from './setup/web.mjs';
import { findOrFetchChromium } from './setup/chromium.mjs';
import { installPackages } from './setup/packages.mjs';
import { SetupError, say, withSetupLock } from './setup/run.mjs';

const purpose = process.argv[2];

try {
  if (purpose !== 'start' && purpose !== 'test') {
    throw new SetupError('Say what to set up for: node tools/setup.mjs start | test');
  }
  await withSetupLock(async () => {
    await installPackages();
    if (purpose === 'start') await buildWeb();
    else await findOrFetchChromium();
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  // A run of the tests always ends with its count, even when it could not begin.
  if (purpose === 'test') console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
