export { eraseRaw } from './erase-raw.ts';
export { type IncomingRequest, requestTakers } from './incoming.ts';
export { hasWaiting } from './has-waiting.ts';
