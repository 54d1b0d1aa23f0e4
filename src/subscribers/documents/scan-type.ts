type Sign = { at: number; bytes: string };

/** What scans and contracts come as, with the bytes that each begins with. */
const signs: Readonly<Record<string, readonly (readonly Sign[])[]>> = {
  'application/pdf': [[{ at: 0, bytes: '%PDF-' }]],
  'image/jpeg': [[{ at: 0, bytes: '\xff\xd8\xff' }]],
  'image/png': [[{ at: 0, bytes: '\x89PNG\r\n\x1a\n' }]],
  'image/webp': [
    [
      { at: 0, bytes: 'RIFF' },
      { at: 8, bytes: 'WEBP' },
    ],
  ],
  'image/tiff': [[{ at: 0, bytes: 'II*\0' }], [{ at: 0, bytes: 'MM\0*' }]],
};

/** So many bytes of a file tell what it is. */
export const tellingBytes = 12;

export const isScanType = (contentType: string): boolean => Object.hasOwn(signs, contentType);

/**
 * Whether a file is what it is called. A browser goes by the end of the name, so a page or an empty
 * file can come as a PDF.
 * @param head the file's first bytes, at least `tellingBytes` where it has so many
 */
export function isScan(contentType: string, head: Buffer): boolean {
  const text = head.toString('latin1');
  const fits = ({ at, bytes }: Sign): boolean => text.startsWith(bytes, at);
  return (signs[contentType] ?? []).some((all) => all.every(fits));
}
