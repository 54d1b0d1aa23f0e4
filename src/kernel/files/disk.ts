import type { Readable } from 'node:stream';

/** Where bytes lie by key, such as `2026-03/…`. What does not work throws `FilesAway`. */
export type Disk = {
  /** Keeps a copy of a local file, in place of one of this key; whole, or not at all. */
  putFile: (key: string, path: string, file: { contentType: string }) => Promise<void>;
  /** The bytes from the first. */
  getStream: (key: string) => Promise<Readable>;
  exists: (key: string) => Promise<boolean>;
  /** Removes what lies there, if anything does. */
  delete: (key: string) => Promise<void>;
};

/** The storage of files does not do its work now: no fault of who asked, and none of ours. */
export class FilesAway extends Error {
  constructor(work: string, cause: unknown) {
    super(`cannot ${work} a file: ${wordsOf(cause)}`, { cause });
  }
}

/** Some errors have a name and no words, and some stand for several. */
function wordsOf(cause: unknown): string {
  const [first = cause] = cause instanceof AggregateError ? (cause.errors as unknown[]) : [];
  if (!(first instanceof Error)) return String(first);
  return first.message && first.message !== 'UnknownError' ? first.message : first.name;
}

/** Runs `work`, and says what it was where it fails. */
export async function orAway<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FilesAway(name, error);
  }
}
