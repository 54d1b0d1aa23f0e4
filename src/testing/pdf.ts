import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import type { As, World } from './world.ts';

/** Takes a file from a route that downloads, as a browser's link does. */
export async function takeFile(
  world: World,
  url: string,
  as: As,
): Promise<{ status: number; name: string; file: Buffer }> {
  const response = await world.request({ method: 'GET', url, headers: { ...as } });
  const [, name = ''] =
    /filename\*=UTF-8''(.*)$/.exec(response.headers['content-disposition'] ?? '') ?? [];
  return { status: response.statusCode, name: decodeURIComponent(name), file: response.rawPayload };
}

/** The words of a PDF, or of the one at a path, as a reader finds them, spaces made one. */
export async function readPdf(given: Buffer | string): Promise<string> {
  const file = typeof given === 'string' ? await readFile(given) : given;
  const document = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(document, { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}
