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
    const displayName = tidy([lastName, firstName, middleName].filter(Boolean).join(' '));
    return partsOf({ lastName, firstName, middleName }, displayName);
  }
  const name = readName(whole);
  if (!name) return whole === '' ? {} : { displayName: whole };
  if (name.kind === 'organisation') return { kind: name.kind, displayName: whole };
  const shown = tidy(showName(name));
  return partsOf(name, isSameName(shown, whole) ? shown : whole);
}

type Parts = { [part in 'lastName' | 'firstName' | 'middleName']?: string | null | undefined };

/** Only what is known is told; a part that is missing says nothing of the one who is there. */
function partsOf({ lastName, firstName, middleName }: Parts, displayName: string): PersonPart {
  const told: PersonPart = {};
  if (lastName) told.lastName = lastName;
  if (firstName) told.firstName = firstName;
  if (middleName) told.middleName = middleName;
  told.displayName = displayName;
  return told;
}

/** Whether two texts say one name, in whatever order and case. */
const isSameName = (a: string, b: string): boolean => a === b || signsOf(a) === signsOf(b);

/** Most names have no gaps, and a search costs less than a copy. */
const withoutGaps = (name: string) =>
  (/\s\s|[^\S ]/.test(name) ? name.replaceAll(/\s+/g, ' ') : name).trim();
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
