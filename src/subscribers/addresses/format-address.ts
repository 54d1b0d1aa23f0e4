import { transliterate } from '../../kernel/search/transliterate.ts';
import { showStreetKind } from './street-kinds.ts';

/** A place as it is kept, or as it was parsed: a building's number may have its block in it. */
export type PlaceParts = {
  city?: string | null;
  streetKind?: string | null;
  street: string;
  building: string;
  block?: string | null;
  flat?: string | null;
};

/** The building's number in one text, the form in which buildings are kept: `14/2`, `14 с1`. */
export function buildingNumber({
  building,
  block,
}: Pick<PlaceParts, 'building' | 'block'>): string {
  const [, corpus = '', structure = ''] = /^([^с]*)(?:с(.+))?$/u.exec(block ?? '') ?? [];
  return (
    building + (corpus === '' ? '' : `/${corpus}`) + (structure === '' ? '' : ` с${structure}`)
  );
}

/** `Томск, ул. Щорса`; in English `Shchorsa St., Tomsk`. */
export function formatStreet(
  { city, streetKind, street }: Pick<PlaceParts, 'city' | 'streetKind' | 'street'>,
  language: 'ru' | 'en',
): string {
  const kind = showStreetKind(streetKind ?? '', language);
  const town = city ?? '';
  const parts =
    language === 'ru'
      ? [town, [kind, street].filter(Boolean).join(' ')]
      : [[transliterate(street), kind].filter(Boolean).join(' '), transliterate(town)];
  return parts.filter((part) => part !== '').join(', ');
}

/** `Томск, ул. Щорса, д. 14/2, кв. 52`; in English `Shchorsa St., 14/2, apt. 52, Tomsk`. */
export function formatAddress(place: PlaceParts, language: 'ru' | 'en'): string {
  const number = buildingNumber(place);
  const kind = showStreetKind(place.streetKind ?? '', language);
  const flat = showFlat(place.flat ?? '', language);
  if (language === 'ru') {
    const isPlot = place.streetKind === 'garden';
    const house = `${isPlot ? 'уч.' : 'д.'} ${number.replace(/ с(?=\S+$)/u, ', стр. ')}`;
    const street = [kind, place.street].filter((part) => part !== '').join(' ');
    return [place.city, street, house, flat]
      .filter((part) => part != null && part !== '')
      .join(', ');
  }
  const street = [transliterate(place.street), kind].filter((part) => part !== '').join(' ');
  const house = transliterate(number).replace(/ s(?=\S+$)/u, ', bld. ');
  const city = place.city == null ? '' : transliterate(place.city);
  return [street, house, flat, city].filter((part) => part !== '').join(', ');
}

function showFlat(flat: string, language: 'ru' | 'en'): string {
  if (flat === '') return '';
  const [, word, number] = /^(оф|пом|ком)\. (.*)$/u.exec(flat) ?? [];
  if (language === 'ru') return word == null ? `кв. ${flat}` : flat;
  const english = { оф: 'office', пом: 'premises', ком: 'room' }[word ?? ''] ?? 'apt.';
  return `${english} ${transliterate(number ?? flat)}`;
}
