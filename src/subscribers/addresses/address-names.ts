import { wholeWords } from '../../kernel/search/whole-words.ts';
import { writeOrdinals } from './street-key.ts';
import { isFullKindWord, type StreetKind, streetKindOf } from './street-kinds.ts';

/** `mark` is the kind as it was typed. */
export type NamedStreet = { kind: StreetKind | null; name: string; mark: string };

const cityMarks =
  'г|гор|город|с|село|п|пос|пос[её]лок|пгт|рп|р\\.п|дер|деревня|д|ст-ца|станица|х|хутор|аул|city';
const startsWithCityMark = new RegExp(`^(?:${cityMarks})(?:\\.|\\s)`, 'iu');
const cityFirst = new RegExp(`^(${cityMarks})(?:\\.\\s*|\\s+)(?=\\p{L})(.+)$`, 'iu');
const cityLast = new RegExp(`^(.+?)\\s+(${cityMarks})\\.?$`, 'iu');

/** A town's own mark is left out, a village's is part of its name: `с. Кисловка`. */
export function readCity(segment: string): string | undefined {
  const [, markFirst, nameLast] = cityFirst.exec(segment) ?? [];
  const [, nameFirst, markLast] = cityLast.exec(segment) ?? [];
  const mark = (markFirst ?? markLast)?.toLowerCase();
  const name = nameLast ?? nameFirst;
  if (mark == null || name == null || /\d/u.test(name)) return undefined;
  const shown = writeName(name);
  if (/^(?:г|гор|город|city)$/u.test(mark)) return shown;
  return `${villageMark(mark)} ${shown}`;
}

function villageMark(mark: string): string {
  if (mark.startsWith('с') && !mark.startsWith('ст')) return 'с.';
  if (mark === 'п' || mark.startsWith('пос')) return 'пос.';
  if (mark.startsWith('д')) return 'дер.';
  if (mark === 'х' || mark === 'хутор') return 'х.';
  if (mark.startsWith('ст')) return 'ст-ца';
  return mark === 'р.п' ? 'рп' : mark;
}

const region = wholeWords('обл область край респ республика аобл россия рф russia oblast region');

/** `Томская обл.`, `Алтайский край`, `респ. Алтай`: it says nothing that the town does not. */
export function isRegion(segment: string): boolean {
  return region.test(segment);
}

/** `Томский р-н`, `Советский район`. */
export function readDistrict(segment: string): string | undefined {
  const [, name] =
    /^(?:р-н|район)\.?\s+(.+)$/iu.exec(segment) ??
    /^(.+?)\s+(?:р-н|район)\.?$/iu.exec(segment) ??
    [];
  return name == null ? undefined : writeName(name);
}

/**
 * A street's kind and name, the kind before or after: `ул. Щорса`, `Мира пр-т`, `1-я линия`. A kind
 * written out may be the name itself: `ул. Набережная`, `Набережная`.
 */
export function readStreet(segment: string): NamedStreet {
  const words = writeOrdinals(segment)
    .replaceAll(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\d]/u.test(word));
  const kindWords = words.filter((word) => streetKindOf(word) != null);
  // `ул. Иркутский тракт` is a tract: `ул.` before a kind of its own says nothing.
  const isSpecific = kindWords.length > 1 && words.length > 2;
  const kindWord = kindWords.find((word) => !isSpecific || streetKindOf(word) !== 'street');
  const dropped = new Set([kindWord, ...(isSpecific ? words.filter(isStreetWord) : [])]);
  const others = words.filter((word) => !dropped.has(word));
  if (kindWord == null || others.length === 0) {
    const isName = kindWord == null || isFullKindWord(kindWord);
    return { kind: null, name: isName ? writeName(words.join(' ')) : '', mark: '' };
  }
  const name = writeName(others.join(' '));
  return { kind: streetKindOf(kindWord) ?? null, name, mark: kindWord };
}

/** `г. Томск ул. Щорса` into city and street, where no comma parts them. */
export function splitCity(segment: string): string[] {
  if (!startsWithCityMark.test(segment)) return [segment];
  const words = segment.replaceAll(/\.(?=\p{L})/gu, '. ').split(' ');
  const at = words.findIndex((word, index) => index >= 2 && streetKindOf(word) != null);
  if (at < 0) return [segment];
  const isKindFirst = at < words.length - 1 && !/^\d/u.test(words[at + 1] ?? '');
  const cut = isKindFirst ? at : 2;
  return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
}

function isStreetWord(word: string): boolean {
  return streetKindOf(word) === 'street';
}

/** Small words inside a name. */
const small = /^(?:лет|года|реки|и|на|им\.?|имени|влксм|ссср)$/iu;

/** Capital letters for what was typed in one case; a name typed with care stays. */
export function writeName(text: string): string {
  const tidy = text.replaceAll(/^[\s,.«"]+|[\s,»"]+$/gu, '').replaceAll(/[«»"]/gu, '');
  const isOneCase = tidy === tidy.toLowerCase() || tidy === tidy.toUpperCase();
  if (!isOneCase) return tidy;
  return tidy
    .split(' ')
    .map((word, index) => (index > 0 && small.test(word) ? word.toLowerCase() : capitalise(word)))
    .join(' ');
}

function capitalise(word: string): string {
  if (/^\d+-?\p{L}{1,2}$/u.test(word) || /^(?:влксм|ссср)$/iu.test(word)) {
    return /^\d/u.test(word) ? word.toLowerCase() : word.toUpperCase();
  }
  return word.toLowerCase().replaceAll(/(?:^|(?<=-))\p{L}/gu, (letter) => letter.toUpperCase());
}
