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

/** Takes one from a route that is named, its path and question filled from the input. */
export function takeBy(
  world: World,
  route: string,
  { input = {}, as }: { input?: Record<string, string | number>; as: As },
): ReturnType<typeof takeFile> {
  const given = new URLSearchParams(
    Object.entries(input).map(([name, value]) => [name, String(value)]),
  );
  const path = route.slice('GET '.length).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = given.get(name) ?? '';
    given.delete(name);
    return value;
  });
  return takeFile(world, `${path}?${given}`, as);
}

/** The words of a PDF, or of the one at a path, as a reader finds them, spaces made one. */
export async function readPdf(given: Buffer | string): Promise<string> {
  const file = typeof given === 'string' ? await readFile(given) : given;
  const document = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(document, { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}
