import { Worker } from 'node:worker_threads';

type Waiting = { resolve: (file: Buffer) => void; reject: (error: Error) => void };
type Answer = { id: number; file?: Uint8Array; error?: string };

/** Papers that may wait for the thread; whoever comes beyond is asked to come again. */
const MOST_WAITING = 20;
/** After so long without work the thread gives its memory back. */
const IDLE_MS = 60_000;
const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 512;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Draws a paper in a thread of its own.
 * @param layout a module whose `definitionOf` makes of the paper what pdfmake draws
 * @returns null where too many wait already
 */
export async function print(
  layout: URL,
  paper: object,
): Promise<{ body: Buffer; contentType: string } | null> {
  if (waiting.size >= MOST_WAITING) return null;
  return { body: await draw(layout.href, paper), contentType: 'application/pdf' };
}

function draw(layout: string, paper: object): Promise<Buffer> {
  clearTimeout(idle);
  thread ??= open();
  lastId += 1;
  const id = lastId;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  waiting.set(id, { resolve, reject });
  const limit = setTimeout(() => giveUp(new Error('a paper took too long')), LONGEST_MS);
  thread.postMessage({ id, layout, paper }, []);
  return promise.finally(() => {
    clearTimeout(limit);
    waiting.delete(id);
    if (waiting.size === 0) idle = setTimeout(() => giveUp(), IDLE_MS).unref();
  });
}

function open(): Worker {
  const opened = new Worker(new URL('./print-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // Without the server's own flags, of which a thread takes none.
    execArgv: [],
  });
  opened.unref();
  opened.on('message', ({ id, file, error }: Answer) => {
    const one = waiting.get(id);
    if (file) one?.resolve(Buffer.from(file));
    else one?.reject(new Error(`a paper could not be drawn: ${error}`));
  });
  opened.on('error', (error) => {
    if (thread === opened) giveUp(error instanceof Error ? error : new Error(String(error)));
  });
  return opened;
}

/** Ends the thread, and with it everything that waits for it; the next paper opens another. */
function giveUp(error = new Error('the thread that draws papers was ended')): void {
  void thread?.terminate();
  thread = null;
  for (const { reject } of waiting.values()) reject(error);
}
