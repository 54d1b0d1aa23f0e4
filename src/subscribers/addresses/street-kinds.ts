/** What a street is; an empty kind is one that nobody named. */
export const streetKinds = [
  'street',
  'avenue',
  'lane',
  'drive',
  'boulevard',
  'embankment',
  'square',
  'highway',
  'dead_end',
  'alley',
  'tract',
  'line',
  'descent',
  'microdistrict',
  'quarter',
  'garden',
] as const;

export type StreetKind = (typeof streetKinds)[number];

type KindWords = {
  /** How it is shown, and whether it stands before the name. */
  ru: string;
  en: string;
  /** Every way to type it, folded, the dash kept. */
  typed: string;
};

const words: Record<StreetKind, KindWords> = {
  street: { ru: 'ул.', en: 'St.', typed: 'ул улица вул вулица st str street ul ulitsa' },
  avenue: { ru: 'пр-т', en: 'Ave.', typed: 'пр-т пр-кт пр просп проспект ave av avenue prospekt' },
  lane: { ru: 'пер.', en: 'Lane', typed: 'пер переулок пер-к ln lane per pereulok' },
  drive: { ru: 'проезд', en: 'Drive', typed: 'проезд пр-д прд drive proezd' },
  boulevard: { ru: 'б-р', en: 'Blvd', typed: 'б-р бул бульвар бульв blvd boulevard' },
  embankment: { ru: 'наб.', en: 'Emb.', typed: 'наб набережная emb embankment' },
  square: { ru: 'пл.', en: 'Sq.', typed: 'пл площадь sq square' },
  highway: { ru: 'ш.', en: 'Hwy', typed: 'ш шоссе hwy highway' },
  dead_end: { ru: 'туп.', en: 'Dead End', typed: 'туп тупик' },
  alley: { ru: 'аллея', en: 'Alley', typed: 'ал аллея alley' },
  tract: { ru: 'тракт', en: 'Tract', typed: 'тракт тр-т tract' },
  line: { ru: 'линия', en: 'Line', typed: 'линия лин line' },
  descent: { ru: 'спуск', en: 'Descent', typed: 'спуск descent' },
  microdistrict: {
    ru: 'мкр.',
    en: 'Microdistrict',
    typed: 'мкр мкрн мкр-н микрорайон м-н microdistrict mkr',
  },
  quarter: { ru: 'кв-л', en: 'Quarter', typed: 'кв-л квартал quarter' },
  garden: { ru: 'СНТ', en: 'Garden', typed: 'снт днт днп снп сот с/т сдт тсн-снт кп garden' },
};

const kindByWord = new Map(
  streetKinds.flatMap((kind) => words[kind].typed.split(' ').map((word) => [word, kind] as const)),
);

/** The kind that a word names in any of its abbreviations, without its full stop. */
export function streetKindOf(word: string): StreetKind | undefined {
  return kindByWord.get(word.toLowerCase().replaceAll('.', ''));
}

/** Whether a word names a kind in full (`набережная`), so that it may be the name itself. */
export function isFullKindWord(word: string): boolean {
  return word.length >= 5 && streetKindOf(word) != null;
}

/** How a kind is shown; what is no known kind is shown as it is. */
export function showStreetKind(kind: string, language: 'ru' | 'en'): string {
  return isStreetKind(kind) ? words[kind][language] : kind;
}

function isStreetKind(kind: string): kind is StreetKind {
  return Object.hasOwn(words, kind);
}
