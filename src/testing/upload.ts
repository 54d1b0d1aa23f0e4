import type { As, World } from './world.ts';

/**
 * Sends one file to an upload route, as a browser's form does.
 * @typeParam Body what the route answers with
 */
export async function sendFile<Body = Record<string, unknown>>(
  world: World,
  url: string,
  file: { name: string; type: string; content: string | Buffer },
  as: As,
): Promise<{ status: number; body: Body }> {
  const boundary = 'bereg-test-boundary';
  const head = [
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${file.name}"`,
    `content-type: ${file.type}`,
    '',
    '',
  ].join('\r\n');
  const response = await world.request({
    method: 'POST',
    url,
    headers: {
      ...as,
      'x-requested-with': 'bereg',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(file.content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  return { status: response.statusCode, body: response.json() };
}

type Sent = Parameters<typeof sendFile>[2];

/** Attaches a file to the answer that somebody is writing in a conversation; tells its id. */
export async function attachToAnswer(
  world: World,
  id: number,
  file: Sent,
  as: As,
): Promise<number> {
  const url = `/api/drafts/files?entity=conversations&entityId=${id}&kind=reply`;
  const { status, body } = await sendFile<{ file: { id: number } }>(world, url, file, as);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.file.id;
}
