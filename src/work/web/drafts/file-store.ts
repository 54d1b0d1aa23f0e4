import { notifyProblem } from '../../../ui/notify.tsx';
import { Problem } from '../../../ui/problem.ts';
import { randomId } from '../../../ui/random-id.ts';
import { upload } from '../../../ui/upload.ts';
import { call } from '../api.ts';
import type { Place } from './draft-store.ts';

/** A file that the server keeps with what is being written. */
export type KeptFile = { id: number; name: string; contentType: string; sizeBytes: number };

/** A file on its way to the server; with a failure where it will not come there. */
export type GoingFile = {
  key: string;
  name: string;
  sizeBytes: number;
  share: number;
  failure: unknown;
};

type Going = GoingFile & { file: File; stop: AbortController };
/**
 * `added` has come since the record was read last, and `gone` was taken off or sent since: they go
 * over what the server tells, whose answer may be older.
 */
type Files = { added: readonly KeptFile[]; gone: ReadonlySet<number>; going: readonly Going[] };

const none: Files = { added: [], gone: new Set(), going: [] };
const retryMs = 3_000;

/** Outside of the screens, so that a file goes up while another conversation is looked at. */
const all = new Map<string, Files>();
const lines = new Map<string, Promise<void>>();
const watchers = new Set<() => void>();

const keyOf = ({ entity, entityId, kind }: Place): string => `${entity} ${entityId} ${kind}`;

export const watchFiles = (onChange: () => void): (() => void) => {
  watchers.add(onChange);
  return () => void watchers.delete(onChange);
};

export const filesAt = (place: Place): Files => all.get(keyOf(place)) ?? none;

const put = (place: Place, change: Partial<Files>): void => {
  all.set(keyOf(place), { ...filesAt(place), ...change });
  holdWhileGoing();
  for (const watcher of watchers) watcher();
};

const holdPage = (event: BeforeUnloadEvent): void => event.preventDefault();

/** A page that goes away takes along what is still on its way from it. */
const holdWhileGoing = (): void => {
  const isAny = [...all.values()].some(({ going }) => going.some((one) => one.failure === null));
  if (isAny) globalThis.addEventListener('beforeunload', holdPage);
  else globalThis.removeEventListener('beforeunload', holdPage);
};

const putGoing = (place: Place, key: string, change: Partial<Going>): void => {
  const going = filesAt(place).going.map((one) => (one.key === key ? { ...one, ...change } : one));
  put(place, { going });
};

const isGoing = (place: Place, key: string): boolean =>
  filesAt(place).going.some((one) => one.key === key && one.failure === null);

/** The files go up at once, one after another. */
export const attach = (place: Place, files: readonly File[]): void => {
  const going = files.map((file): Going => ({
    key: randomId(),
    name: file.name,
    sizeBytes: file.size,
    share: 0,
    failure: null,
    file,
    stop: new AbortController(),
  }));
  put(place, { going: [...filesAt(place).going, ...going] });
  const before = lines.get(keyOf(place)) ?? Promise.resolve();
  const sent = going.reduce((line, one) => line.then(() => send(place, one)), before);
  lines.set(keyOf(place), sent);
};

/** Until nothing is on its way any more. */
export const filesSettled = (place: Place): Promise<void> =>
  lines.get(keyOf(place)) ?? Promise.resolve();

/** However long the line is lost: under the same key it is kept once. */
const send = async (place: Place, { key, file, stop }: Going): Promise<void> => {
  while (isGoing(place, key)) {
    try {
      const options = {
        key,
        signal: stop.signal,
        onProgress: (share: number) => putGoing(place, key, { share }),
      };
      const answer = await upload('POST /api/drafts/files', file, place, options);
      const { file: kept } = answer as { file: KeptFile };
      const { added, going } = filesAt(place);
      put(place, { added: [...added, kept], going: going.filter((one) => one.key !== key) });
      return;
    } catch (failure) {
      if (!(failure instanceof Problem) || !failure.isPassing) putGoing(place, key, { failure });
      else if (isGoing(place, key)) await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
};

/** It is on its way, or did not come there: it goes no further. */
export const giveUpFile = (place: Place, key: string): void => {
  const { going } = filesAt(place);
  const given = going.find((one) => one.key === key);
  put(place, { going: going.filter((one) => one.key !== key) });
  given?.stop.abort();
};

/** Takes a file off; where that does not work it is there again. */
export const detach = async (place: Place, fileId: number): Promise<void> => {
  noteGone(place, [fileId]);
  try {
    await call('DELETE /api/drafts/files/{fileId}', { fileId }, { isRepeatable: true });
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) return;
    const gone = new Set(filesAt(place).gone);
    gone.delete(fileId);
    put(place, { gone });
    notifyProblem(failure);
  }
};

/** These were sent, or taken off. */
export const noteGone = (place: Place, fileIds: readonly number[]): void =>
  put(place, { gone: new Set([...filesAt(place).gone, ...fileIds]) });
