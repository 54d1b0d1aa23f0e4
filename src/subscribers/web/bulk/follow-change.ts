import type { OutputOf } from '../../../ui/call.ts';
import type { api } from '../../api.ts';
import { call } from '../client.ts';

export type BulkChange = OutputOf<typeof api, 'GET /api/subscribers/bulk-changes/{id}'>;

const everyMs = 700;
const isGoingOn = ({ state }: BulkChange): boolean => state === 'running' || state === 'undoing';

/** Waits until a change of many, or taking one back, has come to its end; tells how far it is. */
export async function followChange(
  started: BulkChange,
  onProgress: (change: BulkChange) => void = () => undefined,
): Promise<BulkChange> {
  let change = started;
  while (isGoingOn(change)) {
    onProgress(change);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    change = await call('GET /api/subscribers/bulk-changes/{id}', { id: change.id });
  }
  return change;
}
