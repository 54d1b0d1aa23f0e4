import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useRefresh } from '../../../ui/query.ts';
import * as store from './draft-store.ts';
import type { DraftKind, KeptDraft, Place, Written } from './draft-store.ts';

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
  useListMark(now.text !== '' && !now.isUnkept, refreshes);
  return {
    ...now,
    place,
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
