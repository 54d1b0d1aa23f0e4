import { readName, showName } from '../../subscribers/index.ts';
import type { PersonPart } from './import-record.ts';

const MAX_NAME_CHARS = 200;

/** What the name columns of a row say together: the whole name, its parts, an organisation. */
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
  return { ...Object.fromEntries(known), displayName: tidy(showName(name)) };
}

const tidy = (name: string) => name.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_NAME_CHARS);
