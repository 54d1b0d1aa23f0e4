/** The encodings in which a base may arrive, by the names that iconv and people know. */
export const encodings = [
  'utf-8',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'cp866',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1254',
] as const;

export type Encoding = (typeof encodings)[number];
