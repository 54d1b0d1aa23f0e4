import type { As, World } from './world.ts';

/** Sends one file to an upload route, as a browser's form does. */
export async function sendFile(
  world: World,
  url: string,
  file: { name: string; type: string; content: string },
  as: As,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const boundary = 'bereg-test-boundary';
  const payload = [
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${file.name}"`,
    `content-type: ${file.type}`,
    '',
    file.content,
    `--${boundary}--`,
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
    payload,
  });
  return { status: response.statusCode, body: response.json() };
}
