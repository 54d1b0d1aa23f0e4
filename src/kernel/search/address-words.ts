/** Words that every address has; they tell no address from another and are not searched. */
const fillers = new Set(
  [
    'ул улица д дом кв квартира корп корпус стр строение г гор город р обл область район',
    'кабинет каб оф офис под подъезд эт этаж к',
    'street st house bld building apartment apt flat unit city region',
  ]
    .join(' ')
    .split(' '),
);

/** Fillers so short that they may also be an initial. */
const initials = new Set(['д', 'г', 'к', 'р']);

/** Abbreviations of what tells a street from its namesake, with the words they stand for. */
const streetKinds = new Map<string, readonly string[]>(
  Object.entries({
    пр: ['проспект', 'проезд'],
    'пр т': ['проспект'],
    'пр кт': ['проспект'],
    просп: ['проспект'],
    'пр д': ['проезд'],
    пер: ['переулок'],
    'б р': ['бульвар'],
    бул: ['бульвар'],
    бульв: ['бульвар'],
    ш: ['шоссе'],
    наб: ['набережная'],
    пл: ['площадь'],
    мкр: ['микрорайон'],
    'мкр н': ['микрорайон'],
    туп: ['тупик'],
    пос: ['поселок'],
    'р н': ['район'],
    ave: ['avenue'],
    av: ['avenue'],
    ln: ['lane'],
    sq: ['square'],
    blvd: ['boulevard'],
    rd: ['road'],
  }),
);

/** Whether a folded word of an address says nothing about which address it is. */
export function isAddressFiller(word: string): boolean {
  return fillers.has(word);
}

/**
 * The same for what was typed, where a single letter may also be an initial: it is a filler before
 * a number, and `г` (a town's mark) also at the beginning.
 */
export function isQueryFiller(word: string, next: string | undefined, isFirst: boolean): boolean {
  if (!fillers.has(word)) return false;
  if (!initials.has(word)) return true;
  return next != null && (/^\d/u.test(next) || (isFirst && word === 'г'));
}

/** The full words that a folded abbreviation (`пр т` was `пр-т`) stands for; none if it is none. */
export function streetKindWords(folded: string): readonly string[] {
  return streetKinds.get(folded) ?? [];
}

/** Sets apart what is written together: `ул.Щорса,д.14,кв52` gets spaces around its marks. */
export function spaceAddressMarks(text: string): string {
  return text.replaceAll(joinedMark, ' $1. ');
}

/** A mark before a name needs its full stop; one of two letters and more may touch a number. */
const marks = 'ул пер пр просп пр-т пр-кт б-р мкр пос наб пл д г к кв корп стр дом оф';
const joinedMark = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${marks.replaceAll(' ', '|')})` +
    String.raw`(?:\.(?=[\p{L}\d])|(?<=\p{L}{2})(?=\d))`,
  'giu',
);
