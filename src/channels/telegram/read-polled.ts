import { readBody, type Update } from '../receiving/store-updates.ts';
import { keyOfUpdate } from './read-update.ts';

/** An update that was asked for, as one that was brought; `next` is the number behind it. */
export function readPolled(update: { update_id: number }): Update & { next: number } {
  const body = Buffer.from(JSON.stringify(update));
  const next = Number.isSafeInteger(update.update_id) ? update.update_id + 1 : 0;
  return { ...readBody(body, keyOfUpdate), next };
}
