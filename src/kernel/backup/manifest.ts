import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

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
  files: z.number(),
});

/** What a backup holds; written last, so that a folder without it is no backup. */
export type Manifest = z.output<typeof shape>;

export const manifestName = 'manifest.json';

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
