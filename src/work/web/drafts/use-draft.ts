import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useRefresh } from '../../../ui/query.ts';
import * as store from './draft-store.ts';
import type { DraftKind, KeptDraft, Place, Written } from './draft-store.ts';
import { type DraftFiles, useDraftFiles } from './use-draft-files.ts';

type Options = {
  entity: string;
  entityId: number;
  kind: DraftKind;
  /** As the record was read. */
  kept: readonly KeptDraft[];
  /** The newest message that has come: what the writer can have seen. */
  newestId: number;
  /** Lists that mark a record with a draft. */
  refreshes?: readonly string[];
};

export type DraftHandle = Written & {
  place: Place;
  /** What is to go with the words. */
  files: DraftFiles;
  /** There is something to send, if only a file. */
  isBegun: boolean;
  write: (text: string) => void;
  /** The writer has seen what came meanwhile. */
  noteSeen: () => void;
  choose: (isMine: boolean) => void;
  finish: () => void;
};

/**
 * What one writes at a record: typed words are kept by the server half a second later, and are
 * there again after a closed browser and on another machine.
 */
export const useDraft = (options: Options): DraftHandle => {
  const { entity, entityId, kind, kept, newestId, refreshes = [] } = options;
  const place: Place = { entity, entityId, kind };
  const now = useSyncExternalStore(store.watchDrafts, () => store.writtenAt(place));
  const own = kept.find((one) => one.kind === kind);
  useEffect(() => store.takeOver({ entity, entityId, kind }, own), [entity, entityId, kind, own]);
  const files = useDraftFiles(place, own?.files);
  const isBegun = now.text !== '' || files.kept.length > 0;
  useListMark((now.text !== '' && !now.isUnkept) || files.kept.length > 0, refreshes);
  return {
    ...now,
    place,
    files: {
      ...files,
      attach: (given) => {
        if (!isBegun) store.noteSeen(place, newestId);
        files.attach(given);
      },
    },
    isBegun,
    write: (text) => store.write(place, text, newestId),
    noteSeen: () => store.noteSeen(place, newestId),
    choose: (isMine) => store.choose(place, isMine),
    finish: () => store.finish(place),
  };
};

/** The list says where a draft stands: it is read again when one begins or has gone. */
const useListMark = (isKept: boolean, refreshes: readonly string[]): void => {
  const refresh = useRefresh();
  const told = useRef(isKept);
  useEffect(() => {
    if (told.current === isKept) return;
    told.current = isKept;
    void refresh(...refreshes);
  });
};
