import { type BulkChange, call } from './client.ts';

const everyMs = 700;
const isGoingOn = ({ state }: BulkChange): boolean => state === 'running' || state === 'undoing';

/** Waits until a change of many, or taking one back, has come to its end; tells how far it is. */
export async function followChange(
  entity: string,
  started: BulkChange,
  onProgress: (change: BulkChange) => void = () => undefined,
): Promise<BulkChange> {
  let change = started;
  while (isGoingOn(change)) {
    onProgress(change);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    change = await call('GET /api/{entity}/bulk-changes/{id}', { entity, id: change.id });
  }
  return change;
}
