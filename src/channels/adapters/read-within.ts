import { NotGiven } from './not-given.ts';

/**
 * Reads the body of an answer.
 * @throws {NotGiven} `too_large` where it is larger; no more of it is read
 */
export async function readWithin(response: Response, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > mostBytes) throw new NotGiven('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
