import { foldedWords } from './fold-text.ts';
import { bareIdentifier, foldIdentifier, identifierPieces, ticketLexeme } from './lexemes.ts';
import { prefix, type Reading, whole } from './query-token.ts';
import { switchLayout } from './switch-layout.ts';

/** Shorter numbers are houses and flats: their beginnings would find everything. */
const shortestPrefix = 4;

/** What a run of digits may mean as a phone: whole, its end, or its beginning while it is typed. */
export function readPhone(typed: string): Reading[] {
  const digits = typed.replaceAll(/\D/gu, '');
  if (digits.length < shortestPrefix || digits.length > 15) return [];
  const hasTrunk = digits.startsWith('8') && !typed.trim().startsWith('+');
  if (digits.length === 11 && /^[78]/u.test(digits)) {
    return [{ kind: 'phone', lexemes: [whole(digits.slice(1))] }];
  }
  const readings: Reading[] = [{ kind: 'phone', lexemes: [prefix(digits)] }];
  if (hasTrunk && digits.length > shortestPrefix && digits.length < 11) {
    readings.push({ kind: 'phone', lexemes: [prefix(digits.slice(1))] });
  }
  return readings;
}

/** What a typed token with a digit in it may mean besides a phone. `typed` has no spaces. */
export function readNumbered(typed: string): Reading[] {
  const ip = readIp(typed);
  if (ip.length > 0) return ip;
  const mac = readMac(typed);
  if (mac.length > 0 && typed.includes(':')) return mac;
  const readings: Reading[] = [];
  const folded = trimSigns(foldIdentifier(typed.replaceAll('№', '#')));
  // A letter may have come from the other layout: `Ф-12` was `A-12`.
  const switched = /\p{L}/u.test(folded) ? trimSigns(foldIdentifier(switchLayout(typed))) : folded;
  for (const form of new Set([folded, switched])) {
    const bare = bareIdentifier(form);
    readings.push({ kind: 'identifier', lexemes: [numbered(form)] });
    if (bare !== form) readings.push({ kind: 'identifier', lexemes: [numbered(bare)] });
  }
  const pieces = identifierPieces(folded);
  if (pieces.length > 1 && pieces.length <= 4) {
    readings.push({ kind: 'identifier', lexemes: pieces.map(whole) });
  }
  const house = /^[дк](\d{1,4}\p{L}?)$/iu.exec(typed);
  if (house?.[1]) {
    readings.push({ kind: 'identifier', lexemes: [whole(foldIdentifier(house[1]))] });
  }
  const ticket = /^(?:[#№]|[tте]-?)?(\d{1,12})$/iu.exec(typed);
  if (ticket?.[1]) readings.push({ kind: 'ticket', lexemes: [whole(ticketLexeme(ticket[1]))] });
  return [...readings, ...mac];
}

/** A whole or a partial IP address: `10.0.5.17`, `10.0.5.`, `2001:db8::`; a mask is ignored. */
function readIp(typed: string): Reading[] {
  const text = typed.toLowerCase().replace(/\/\d{1,3}$/u, '');
  const isV4 =
    /^(?:\d{1,3}\.){2,3}\d{0,3}$|^\d{1,3}\.\d{1,3}\.$/u.test(text) &&
    text.split('.').every((octet) => Number(octet) <= 255);
  const isV6 =
    /^[\da-f]{1,4}:(?:[\da-f]{0,4}:){1,6}[\da-f]{0,4}$/u.test(text) && readMac(text).length === 0;
  if (!isV4 && !isV6) return [];
  const isWhole = /^(?:\d{1,3}\.){3}\d{1,3}$/u.test(text);
  return [{ kind: 'ip', lexemes: [isWhole ? whole(text) : prefix(text)] }];
}

/** A whole or a partial MAC address in any of the usual notations. */
export function readMac(typed: string): Reading[] {
  const text = typed.toLowerCase();
  const isMac =
    /^[\da-f]{2}([:-])[\da-f]{2}(?:\1[\da-f]{2}){0,4}\1?[\da-f]?$/u.test(text) ||
    /^[\da-f]{4}([.-])[\da-f]{1,4}(?:\1[\da-f]{1,4})?$/u.test(text) ||
    /^[\da-f]{12}$/u.test(text);
  const digits = text.replaceAll(/[^\da-f]/gu, '');
  if (!isMac || digits.length > 12) return [];
  return [{ kind: 'mac', lexemes: [digits.length === 12 ? whole(digits) : prefix(digits)] }];
}

/** The pieces of what was read as one thing, in case they are several: `8 145` is a house. */
export function readPieces(typed: string): Reading[] {
  const pieces = foldedWords(typed);
  return pieces.length > 1 ? [{ kind: 'identifier', lexemes: pieces.map(whole) }] : [];
}

function numbered(text: string) {
  return bareIdentifier(text).length >= shortestPrefix ? prefix(text) : whole(text);
}

function trimSigns(text: string): string {
  return text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
