import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { foldText } from '../../kernel/search/fold-text.ts';

const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** As a word is heard: case, `ё`, spaces and signs make no difference. */
export const heard = (word: string): string => foldText(word).replaceAll(' ', '');

/** What is kept of a word: a salt and a slow hash, from which it cannot be read. */
export function hashWord(word: string): string {
  const salt = randomBytes(SALT_BYTES);
  return `${salt.toString('hex')}:${hashOf(word, salt).toString('hex')}`;
}

/** Whether a word is the one whose hash is kept. */
export function isWordOf(kept: string, word: string): boolean {
  const [salt = '', hash = ''] = kept.split(':');
  const wanted = Buffer.from(hash, 'hex');
  const told = hashOf(word, Buffer.from(salt, 'hex'));
  return wanted.length === told.length && timingSafeEqual(wanted, told);
}

const hashOf = (word: string, salt: Buffer): Buffer => scryptSync(heard(word), salt, HASH_BYTES);
