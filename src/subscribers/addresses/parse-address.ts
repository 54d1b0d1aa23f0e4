import { foldText } from '../../kernel/search/fold-text.ts';
import { type MarkedParts, takeMarks } from './address-marks.ts';
import {
  isRegion,
  type NamedStreet,
  readCity,
  readDistrict,
  readStreet,
  splitCity,
  writeName,
} from './address-names.ts';
import { type StreetKind, streetKindOf } from './street-kinds.ts';

export type ParsedAddress = {
  city: string | null;
  district: string | null;
  /** Null when nobody named it, as in `Щорса 14`. */
  streetKind: StreetKind | null;
  street: string;
  /** Number with its letter: `14`, `3а`. */
  building: string;
  /** Block, and structure with its `с`: `2`, `с1`, `2с1`; `14/2` has the block 2. */
  block: string | null;
  /** A flat's number, `52/1` with a room, `оф. 5`; null for a house. */
  flat: string | null;
  entrance: string | null;
  floor: string | null;
  postcode: string | null;
  /** A plot, a garden partnership or the word itself says so; a house without a flat does not. */
  isPrivateSector: boolean;
};

export type AddressFailure = 'empty' | 'too_long' | 'no_street' | 'no_building';

export type AddressResult =
  | { ok: true; address: ParsedAddress }
  /** `understood` is what could be read: enough to ask for the rest. */
  | { ok: false; code: AddressFailure; understood: Partial<ParsedAddress> };

/** No address is longer; what is, is a story. */
const longestAddress = 300;

/**
 * Reads an address as people type it and billings export it: `г. Томск, ул. Щорса, д. 14, корп. 2,
 * кв. 52`, `Щорса 14/2-52`, `СНТ Ромашка, уч. 5`, `Lenin st 5 apt 3`. `city` is the operator's, for
 * addresses that name none.
 */
export function parseAddress(text: string, city: string | null = null): AddressResult {
  const tidy = tidyText(text);
  if (tidy === '') return { ok: false, code: 'empty', understood: {} };
  if (tidy.length > longestAddress) return { ok: false, code: 'too_long', understood: {} };
  const isMarkedPrivate = privateWords.test(tidy);
  const { parts, rest } = takeMarks(tidy.replace(privateWords, ',').replace(idleWords, ','));
  const found = readSegments(rest, city, parts);
  const { building, block, flat } = readNumbers(found.numbers, parts);
  const { street } = found;
  const understood = {
    city: found.city ?? city,
    district: found.district,
    streetKind: street?.kind ?? null,
    block,
    flat: withRoom(parts, flat),
    entrance: parts.entrance ?? null,
    floor: parts.floor ?? null,
    postcode: parts.postcode ?? null,
    isPrivateSector: isMarkedPrivate || parts.plot != null || found.isGarden,
  };
  if (!street || street.name === '') return { ok: false, code: 'no_street', understood };
  if (building == null) {
    return { ok: false, code: 'no_building', understood: { ...understood, street: street.name } };
  }
  return { ok: true, address: { ...understood, street: street.name, building } };
}

const privateWords = /(?<!\p{L})(?:частный (?:сектор|дом)|ч\/с|ч\.с\.|коттедж)(?!\p{L})/iu;

/** What stands in addresses and is none: codes of doors, the word for a hostel. */
const idleWords = /(?<!\p{L})(?:домофон|код|общежитие|общ)(?!\p{L})[.:\s]*[\d*#кk]*/iu;

function tidyText(text: string): string {
  return text
    .replaceAll('№', ' ')
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/[\\]/gu, '/')
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(/[;\n\t|]/gu, ',')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

type Segments = {
  city: string | null;
  district: string | null;
  street: NamedStreet | undefined;
  /** What stands after the street's name, as typed: house, block, flat. */
  numbers: string;
  isGarden: boolean;
};

/** Tells by their marks, then by their order, which piece between commas is what. */
function readSegments(rest: string, ownCity: string | null, parts: MarkedParts): Segments {
  const found: Segments = {
    city: null,
    district: null,
    street: undefined,
    numbers: '',
    isGarden: false,
  };
  const plain: { name: string; numbers: string }[] = [];
  const marked: { street: NamedStreet; numbers: string }[] = [];
  const loose: string[] = [];
  for (const segment of rest.split(',').flatMap((piece) => splitCity(piece.trim()))) {
    if (segment === '' || isRegion(segment)) continue;
    if (!/\p{L}{2}|^\p{L}\.?\s|^\p{L}$/u.test(segment)) {
      loose.push(segment);
      continue;
    }
    const district = readDistrict(segment);
    const city = district == null ? readCity(segment) : undefined;
    if (district != null) found.district = district;
    else if (city != null && found.city == null) found.city = city;
    else {
      const { name, numbers } = splitNumbers(withoutCity(segment, ownCity));
      const street = readStreet(name);
      if (street.kind != null) marked.push({ street, numbers });
      else if (name !== '') plain.push({ name, numbers });
      else loose.push(numbers);
    }
  }
  chooseStreet(found, marked, plain);
  found.numbers = [found.numbers, parts.plot ?? '', ...loose]
    .filter((piece) => piece !== '')
    .join(', ');
  return found;
}

/** A street within a garden or a microdistrict goes before it; else the last name is the street. */
function chooseStreet(
  found: Segments,
  marked: { street: NamedStreet; numbers: string }[],
  plain: { name: string; numbers: string }[],
): void {
  const isArea = ({ street }: { street: NamedStreet }) =>
    street.kind === 'garden' || street.kind === 'microdistrict' || street.kind === 'quarter';
  const garden = marked.find(({ street }) => street.kind === 'garden');
  found.isGarden = garden != null;
  const exact = marked.find((one) => !isArea(one));
  const last = plain.at(-1);
  const isLastStreet =
    exact == null && last != null && (marked.length === 0 || last.numbers !== '');
  const chosen = exact ?? (isLastStreet ? { ...last, street: readStreet(last.name) } : marked[0]);
  found.street = chosen?.street;
  found.numbers = chosen?.numbers ?? '';
  const before = isLastStreet ? plain.slice(0, -1) : plain;
  if (found.city == null && before[0]) found.city = writeName(before[0].name);
  const area = marked.find((one) => isArea(one) && one.street !== chosen?.street);
  if (!area) return;
  const { kind, mark, name } = area.street;
  if (kind === 'garden') {
    found.city = [found.city, `${mark.toUpperCase()} ${name}`].filter(Boolean).join(', ');
  } else found.district ??= name;
}

/** The operator's city before a street without a comma: `Томск Щорса 14`. */
function withoutCity(segment: string, ownCity: string | null): string {
  if (ownCity == null) return segment;
  const isFirst = foldText(segment).startsWith(`${foldText(ownCity)} `);
  const [, after = segment] = isFirst ? (/^\S+\s+(.*)$/u.exec(segment) ?? []) : [];
  return after;
}

const houseLetter = String.raw`(?:\s?-?\s?["']?\p{L}["']?(?![\p{L}\d]))?`;
const afterStroke = String.raw`(?:\s?/\s?\d+\s?\p{L}?(?![\p{L}\d]))?`;
const houseNumber = String.raw`\d{1,4}${houseLetter}${afterStroke}`;
const numbersLast = new RegExp(
  `^(.*?\\p{L}.*?)[\\s.]+(${houseNumber}(?:[\\s-]+\\d+\\s?\\p{L}?)?(?:[\\s-]+\\d+)?)$`,
  'u',
);
const numbersFirst = new RegExp(`^(${houseNumber})\\s+([A-Za-z].*)$`, 'u');

/** `Щорса 14/2-52` into name and numbers; `8 Марта` and `1905 года` keep theirs. */
function splitNumbers(segment: string): { name: string; numbers: string } {
  const [, name, numbers] = numbersLast.exec(segment) ?? [];
  if (name != null && numbers != null) {
    if (!/^(?:microdistrict|quarter|line)$/u.test(streetKindOf(name) ?? ''))
      return { name, numbers };
    // `мкр. 5` has a number for its name.
    const [, first = '', after = ''] = /^(\d+(?:-?\p{L}{1,2})?)[\s-]*(.*)$/u.exec(numbers) ?? [];
    return { name: `${name} ${first}`, numbers: after };
  }
  const [, first, after] = numbersFirst.exec(segment) ?? [];
  if (first != null && after != null) return { name: after, numbers: first };
  return { name: segment, numbers: '' };
}

type Numbers = { building: string | null; block: string | null; flat: string | null };

/** House, letter, what stands after a stroke, and the rest. */
const leadingNumber = new RegExp(
  `^(\\d{1,4})\\s?-?\\s?["']?(\\p{L}?)["']?(?![\\p{L}])(?:\\s?/\\s?(\\d+\\s?\\p{L}?))?(.*)$`,
  'u',
);

/** Reads `14`, `3а`, `14/2-52`, `14 2 52`, `14, 52` together with what marks named. */
function readNumbers(numbers: string, parts: MarkedParts): Numbers {
  const [, house, typedLetter = '', slash, after = ''] = leadingNumber.exec(numbers) ?? [];
  if (house == null) return { building: null, block: blockOf(parts, undefined), flat: null };
  const letter = (typedLetter || parts.letter || '').toLowerCase();
  const others = after.match(/\d+\s?\p{L}?(?![\p{L}\d])/gu) ?? [];
  const hasFlatMark = parts.flat != null || parts.office != null;
  const flat = hasFlatMark ? undefined : others.at(-1);
  const block = others.length > (hasFlatMark ? 0 : 1) ? others[0] : undefined;
  return {
    building: house.replace(/^0+(?=\d)/u, '') + letter,
    block: blockOf(parts, slash ?? block),
    flat: flat == null ? null : tidyNumber(flat),
  };
}

function blockOf(parts: MarkedParts, typed: string | undefined): string | null {
  const corpus = parts.corpus ?? typed;
  const structure = parts.structure == null ? '' : `с${parts.structure}`;
  const block = (corpus == null ? '' : tidyNumber(corpus)) + structure;
  return block === '' ? null : block;
}

function withRoom(parts: MarkedParts, flat: string | null): string | null {
  const whole = parts.office ?? parts.flat ?? flat;
  if (parts.room == null) return whole;
  return whole == null ? `ком. ${parts.room}` : `${whole}/${parts.room}`;
}

function tidyNumber(text: string): string {
  return text.replaceAll(/\s/gu, '').toLowerCase();
}
