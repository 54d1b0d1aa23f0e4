import { readAddresses } from './mime/addresses.ts';
import { fieldsOf, readHeaders } from './mime/headers.ts';

/** Whose letter it is by its headers alone, in small letters; empty where they do not say. */
export function readSender(headers: Buffer): string {
  const [from] = readAddresses(fieldsOf(readHeaders(headers).fields, 'from'), null);
  return (from?.address ?? '').trim().toLowerCase();
}
