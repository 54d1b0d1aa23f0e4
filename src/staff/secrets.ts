import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in letters that survive a link and a double click. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: it is random and long, so a plain hash cannot be turned back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
