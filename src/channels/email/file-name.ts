import { cleanLine } from './letters/clean-text.ts';
import { MAX_NAME_CHARS } from './limits.ts';

/** Endings for files that came without a name, by the kinds that come so. */
const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/pkcs7-mime': 'p7m',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/pgp-signature': 'asc',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'video/mp4': 'mp4',
};

/**
 * The name of a file without what a file system or a reader takes amiss: folders, signs that
 * cannot stand in names, marks that turn the writing round. Long ones keep their ending.
 */
export function fileName(given: string, contentType: string, number: number): string {
  const ending = endings[contentType] ?? (/^(?:text|message)\//.test(contentType) ? 'txt' : 'bin');
  const base = cleanLine(given, 10 * MAX_NAME_CHARS)
    .replaceAll(/[\\/:*?"<>|]+/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (base === '' || /^_+$/.test(base)) return `file-${number}.${ending}`;
  const [own = ''] = /\.[\p{L}\p{N}]{1,10}$/u.exec(base) ?? [];
  const isMessage = contentType === 'message/rfc822' && own.toLowerCase() !== '.eml';
  const tail = isMessage ? '.eml' : own;
  const stem = isMessage ? base : base.slice(0, base.length - own.length);
  return (
    stem
      .slice(0, MAX_NAME_CHARS - tail.length)
      .toWellFormed()
      .trim() + tail
  );
}
