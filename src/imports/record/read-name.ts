import { readName, showName } from '../../subscribers/index.ts';
import { mostChars } from '../../subscribers/api/limits.ts';
import type { PersonPart } from './import-record.ts';
import { type CellReader, fitted, keepPart } from './reader.ts';

/** A name beyond what a subscriber's holds is cut, and stands whole in the note. */
export const readNamePart: CellReader = (draft, value, column, context) => {
  keepPart(draft, fitted(draft, withoutGaps(value), column, mostChars.words), column, context);
};

/**
 * What the name columns of a row say together: the whole name, its parts, an organisation. A name
 * that says more than its parts (`Абонент 345`, a phone, two people in one cell) is kept whole.
 */
export function nameOfParts(parts: ReadonlyMap<string, string>): PersonPart {
  const organisation = parts.get('organisationName');
  if (organisation) return { kind: 'organisation', displayName: tidy(organisation) };
  const firstName = parts.get('firstName');
  const middleName = parts.get('middleName');
  const whole = tidy(parts.get('fullName') ?? '');
  // Where first and middle name have columns of their own, the "name" is the last one.
  const lastName = parts.get('lastName') ?? (firstName && !whole.includes(' ') ? whole : undefined);
  if (lastName || firstName || middleName) {
    const given = Object.entries({ lastName, firstName, middleName }).filter(([, part]) => part);
    const displayName = tidy(given.map(([, part]) => part).join(' '));
    return { ...Object.fromEntries(given), displayName };
  }
  const name = readName(whole);
  if (!name) return whole === '' ? {} : { displayName: whole };
  if (name.kind === 'organisation') return { kind: name.kind, displayName: whole };
  const known = Object.entries(name).filter(([part, value]) => part !== 'kind' && value !== null);
  const shown = tidy(showName(name));
  return { ...Object.fromEntries(known), displayName: isSameName(shown, whole) ? shown : whole };
}

/** Whether two texts say one name, in whatever order and case. */
const isSameName = (a: string, b: string): boolean => a === b || signsOf(a) === signsOf(b);

const withoutGaps = (name: string) => name.replaceAll(/\s+/g, ' ').trim();
const tidy = (name: string) => withoutGaps(name).slice(0, mostChars.words);

/** The letters and digits of a name, whatever their order and case. */
function signsOf(name: string): string {
  const signs =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return signs.toSorted().join('');
}
