import { useSyncExternalStore } from 'react';
import { serverNow } from '../../../ui/now.ts';
import { Problem } from '../../../ui/problem.ts';
import { randomId } from '../../../ui/random-id.ts';
import { call } from '../api.ts';

type Answer = {
  id: number;
  text: string;
  writing: string;
  files: readonly { id: number; name: string }[];
  answersAt: string | undefined;
};

/** An answer on its way to the server; there is one at most of each conversation. */
export type Outgoing = Answer & { key: string; at: string; isWaiting: boolean };

const all = new Map<number, Outgoing>();
const watchers = new Set<() => void>();

const watch = (onChange: () => void): (() => void) => {
  watchers.add(onChange);
  return () => void watchers.delete(onChange);
};

const tell = (): void => {
  for (const watcher of watchers) watcher();
};

const retryMs = 3_000;

/** The line is back, or it is time to try whether it is. */
const lineBack = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, retryMs);
    function done(): void {
      clearTimeout(timer);
      globalThis.removeEventListener('online', done);
      resolve();
    }
    globalThis.addEventListener('online', done);
  });

const holdPage = (event: BeforeUnloadEvent): void => event.preventDefault();

/**
 * Sends an answer and goes on until the server has said something to it, however long the line is
 * lost and whatever is looked at meanwhile. Each try carries the same key, so that it is sent once.
 * It is shown from the press on.
 * @param versionOf on which version it is written; may have to take the conversation first
 */
export const sendAnswer = async (
  answer: Answer,
  versionOf: () => Promise<number>,
): Promise<void> => {
  const { files, ...words } = answer;
  const { id } = answer;
  const at = new Date(serverNow()).toISOString();
  let one: Outgoing = { ...answer, key: randomId(), at, isWaiting: false };
  const show = (isWaiting: boolean): void => {
    one = { ...one, isWaiting };
    all.set(id, one);
    tell();
  };
  show(false);
  globalThis.addEventListener('beforeunload', holdPage);
  try {
    const version = await versionOf();
    const input = { ...words, version, fileIds: files.map((file) => file.id) };
    for (;;) {
      try {
        await call('POST /api/conversations/{id}/messages', input, { key: one.key });
        return;
      } catch (failure) {
        if (!(failure instanceof Problem) || !failure.isPassing) throw failure;
        show(true);
        await lineBack();
      }
    }
  } finally {
    all.delete(id);
    if (all.size === 0) globalThis.removeEventListener('beforeunload', holdPage);
    tell();
  }
};

/** The answer of a conversation that is on its way. */
export const useOutgoing = (id: number): Outgoing | undefined =>
  useSyncExternalStore(watch, () => all.get(id));
