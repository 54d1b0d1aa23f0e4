import { useMemo, useSyncExternalStore } from 'react';
import type { Place } from './draft-store.ts';
import * as store from './file-store.ts';
import type { GoingFile, KeptFile } from './file-store.ts';

export type DraftFiles = {
  /** What the server keeps with the draft. */
  kept: readonly KeptFile[];
  going: readonly GoingFile[];
  attach: (files: readonly File[]) => void;
  /** Takes a kept one off. */
  detach: (fileId: number) => void;
  /** Stops one that is on its way, or forgets one that did not come there. */
  giveUp: (key: string) => void;
  /** Until nothing is on its way; tells what is kept then, and whether all that was meant is. */
  settled: () => Promise<{ kept: readonly KeptFile[]; isWhole: boolean }>;
  finish: (fileIds: readonly number[]) => void;
};

const noFiles: readonly KeptFile[] = [];

/** @param read what the record told of it, which may be older than what this screen knows */
export const useDraftFiles = (place: Place, read: readonly KeptFile[] = noFiles): DraftFiles => {
  const now = useSyncExternalStore(store.watchFiles, () => store.filesAt(place));
  const kept = useMemo(() => keptOf(now, read), [now, read]);
  return {
    kept,
    going: now.going,
    attach: (files) => store.attach(place, files),
    detach: (fileId) => void store.detach(place, fileId),
    giveUp: (key) => store.giveUpFile(place, key),
    settled: async () => {
      await store.filesSettled(place);
      const then = store.filesAt(place);
      return { kept: keptOf(then, read), isWhole: then.going.length === 0 };
    },
    finish: (fileIds) => store.noteGone(place, fileIds),
  };
};

const keptOf = (
  { added, gone }: ReturnType<typeof store.filesAt>,
  read: readonly KeptFile[],
): readonly KeptFile[] =>
  [...new Map([...read, ...added].map((one) => [one.id, one])).values()].filter(
    ({ id }) => !gone.has(id),
  );
