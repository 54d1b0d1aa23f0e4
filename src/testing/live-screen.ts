import type { LiveNote } from '../kernel/live/hub.ts';
import type { SignedIn } from './staff.ts';
import type { World } from './world.ts';

export type LiveScreen = { status: number; notes: LiveNote[] };

/** Screens of a world, over real connections, for a stream has no end that could be waited for. */
export async function openScreens(world: World): Promise<{
  /** Opens a screen; what it hears is gathered in `notes`. */
  look: (who: Pick<SignedIn, 'as'>) => Promise<LiveScreen>;
  closeAll: () => void;
}> {
  const address = await world.app.listen({ host: '127.0.0.1', port: 0 });
  const open: AbortController[] = [];
  return {
    look: async ({ as }) => {
      const abort = new AbortController();
      open.push(abort);
      const answer = await fetch(`${address}/api/live`, { headers: as, signal: abort.signal });
      const notes: LiveNote[] = [];
      if (answer.body) {
        void hearNotes(answer.body, (note) => notes.push(note)).catch(() => undefined);
      }
      return { status: answer.status, notes };
    },
    closeAll: () => {
      for (const one of open.splice(0)) one.abort();
    },
  };
}

/** Reads a stream of updates to its end, and tells of each note as it comes. */
export async function hearNotes(
  body: ReadableStream<Uint8Array>,
  onNote: (note: LiveNote) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const one of whole) {
      // Other lines tell of the cursor, or that the stream lives.
      if (one.startsWith('data: ')) onNote(JSON.parse(one.slice(6)) as LiveNote);
    }
  }
}

/** Waits, within ten seconds, until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1) {
    await new Promise((go) => setTimeout(go, 20));
  }
  if (!isSo()) throw new Error('waited in vain');
}
