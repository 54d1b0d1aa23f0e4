import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** Seals what must be kept and told to nobody, such as a mailbox's password. */
export type Secrets = {
  seal: (text: string) => string;
  /** The text, or null where it was sealed with another key or is damaged. */
  open: (sealed: string) => string | null;
  /**
   * HMAC-SHA-256 by a key of this purpose alone: what is known again and never read, such as the
   * PIN of a card. The purpose's key is drawn from the operator's (RFC 5869).
   */
  digest: (purpose: string) => (text: string) => Buffer;
};

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const cipher = 'aes-256-gcm';

/**
 * Opens the operator's key, which is made on the first start. It lies in the data folder and not in
 * the database: whoever gets hold of a copy of the base reads no password.
 * @throws when the file is no key
 */
export async function openSecrets(path: string): Promise<Secrets> {
  const key = (await readKey(path)) ?? (await makeKey(path));
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const sealing = createCipheriv(cipher, key, nonce);
      const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64');
    },
    open: (sealed) => unseal(key, Buffer.from(sealed, 'base64')),
    digest: (purpose) => {
      const own = Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES));
      return (text) => createHmac('sha256', own).update(text).digest();
    },
  };
}

function unseal(key: Buffer, bytes: Buffer): string | null {
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const opening = createDecipheriv(cipher, key, nonce, { authTagLength: TAG_BYTES });
    opening.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = opening.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}

async function readKey(path: string): Promise<Buffer | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${path} is no key of ours`);
  return key;
}

/** Of two processes that start at once, one makes the key and both use it. */
async function makeKey(path: string): Promise<Buffer> {
  const whole = `${path}.${randomUUID()}`;
  const text = `${randomBytes(KEY_BYTES).toString('base64')}\n`;
  await writeFile(whole, text, { mode: 0o600, flush: true });
  try {
    await link(whole, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(whole, { force: true });
  }
  const key = await readKey(path);
  if (!key) throw new Error(`${path} could not be made`);
  return key;
}
