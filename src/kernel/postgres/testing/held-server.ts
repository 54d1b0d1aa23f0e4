import { startEmbeddedPostgres } from '../start-embedded-postgres.ts';

// A process that uses the server until it is killed: told the data folder, it says the address.
const [dataDir = ''] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined };
const server = await startEmbeddedPostgres({ dataDir, log: silent });
process.once('SIGTERM', () => void server.stop().then(() => process.exit()));
process.stdout.write(`${server.url}\n`);
setInterval(() => undefined, 60_000);
