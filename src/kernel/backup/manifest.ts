import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const BadFile = z.object({ id: z.int(), key: z.string(), fault: z.enum(['missing', 'damaged']) });

/** A file that is not there, or is not what was stored, though its row says that it is. */
export type BadFile = z.output<typeof BadFile>;

const shape = z.object({
  format: z.literal(1),
  schema: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      sha256: z.string(),
    }),
  ),
  /** How many are in the backup, whole. */
  files: z.number(),
  /** What the installation itself had lost when the backup was made. */
  badFiles: z.array(BadFile).default([]),
  /** Those of which the base says that they are there, and that were erased meanwhile. */
  erasedFileIds: z.array(z.int()).default([]),
});

/** What a backup holds; written last, so that a folder without it is no backup. */
export type Manifest = z.output<typeof shape>;

/** A backup holds every person, password's hash and secret: it is its owner's alone. */
export const closed = { mode: 0o600 };

export const manifestName = 'manifest.json';
/** The key of the secrets in the tables; a backup without it says whose passwords are lost. */
export const secretKeyName = 'secret-key';

/** @throws when the folder holds no whole backup */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) throw new Error(`${folder} holds no whole backup: ${manifestName} is missing`);
  const read = shape.safeParse(parsed(text));
  if (!read.success)
    throw new Error(`${folder} holds no backup of ours: ${manifestName} is damaged`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One line of a bad file, for whoever made or restored a backup. */
export const badFileLine = ({ id, key, fault }: BadFile): string =>
  `file ${id} is ${fault}: ${key}`;
