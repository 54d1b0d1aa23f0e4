import { z } from 'zod';
import type { Delivery } from './delivery.ts';
import { ask, isVks, refusedBy, type VkAccess, VkRefusal } from './vk.ts';

/** As a picture VK takes these; all else is a document. */
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif']);
const UPLOADING_MS = 120_000;

type Uploaded = { name: string; contentType: string; bytes: Buffer };
type To = { access: VkAccess; peerId: string; signal: AbortSignal };

/**
 * Lays a file down at VK, where nobody sees it before a message names it; so whatever breaks off is
 * simply done again (https://dev.vk.com/api/upload/photo-in-message, /document-in-message).
 * @returns the name by which a message brings it along, or what is wrong
 */
export async function uploadToVk(to: To, file: Uploaded): Promise<string | Delivery> {
  try {
    return await (pictures.has(file.contentType) ? layPicture(to, file) : layDocument(to, file));
  } catch (error) {
    const { outcome, ...why } = refusedBy(error);
    return { ...why, outcome: outcome === 'refused' ? 'refused' : 'later' };
  }
}

const Server = z.object({ upload_url: z.url() });
const Laid = z.object({ id: z.int(), owner_id: z.int(), access_key: z.string().default('') });

/** A picture that is none in VK's eyes goes as a document. */
async function layPicture(to: To, file: Uploaded): Promise<string> {
  const { access, peerId, signal } = to;
  const server = await ask(access, 'photos.getMessagesUploadServer', { peer_id: peerId }, signal);
  const {
    photo,
    hash,
    server: number,
  } = z
    .object({ photo: z.string(), hash: z.string(), server: z.coerce.string() })
    .parse(await upload(to, server, 'photo', file));
  if (photo === '' || photo === '[]') return layDocument(to, file);
  const input = { photo, hash, server: number };
  const [saved] = z
    .tuple([Laid])
    .rest(z.unknown())
    .parse(await ask(access, 'photos.saveMessagesPhoto', input, signal));
  return nameOf('photo', saved);
}

async function layDocument(to: To, file: Uploaded): Promise<string> {
  const { access, peerId, signal } = to;
  const asked = { type: 'doc', peer_id: peerId };
  const server = await ask(access, 'docs.getMessagesUploadServer', asked, signal);
  const given = await upload(to, server, 'file', file);
  const laid = z.object({ file: z.string() }).safeParse(given);
  // Programs and music are what it does not take.
  if (!laid.success) throw new VkRefusal(NOT_TAKEN, wordsOf(given));
  const input = { file: laid.data.file, title: file.name };
  const saved = z.object({ doc: Laid }).parse(await ask(access, 'docs.save', input, signal));
  return nameOf('doc', saved.doc);
}

/** VK's own number for a file that it does not take. */
const NOT_TAKEN = 105;

const wordsOf = (given: unknown): string => {
  const said = z.object({ error: z.string() }).safeParse(given);
  return said.success ? said.data.error : '';
};

const nameOf = (kind: string, { id, owner_id: ownerId, access_key: key }: z.output<typeof Laid>) =>
  `${kind}${ownerId}_${id}${key === '' ? '' : `_${key}`}`;

/** To VK's servers alone, whatever address was told. */
async function upload(
  { access, signal }: To,
  server: unknown,
  field: string,
  { name, contentType, bytes }: Uploaded,
): Promise<unknown> {
  const url = new URL(Server.parse(server).upload_url);
  if (!isVks(url, access.apiUrl)) throw new Error('told to bring a file elsewhere');
  const form = new FormData();
  form.append(field, new File([new Uint8Array(bytes)], name, { type: contentType }));
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    signal: AbortSignal.any([AbortSignal.timeout(UPLOADING_MS), signal]),
    redirect: 'error',
  });
  return response.json();
}
