import { foldText } from '../../kernel/search/fold-text.ts';
import {
  type OrganisationName,
  readOrganisationName,
  showOrganisationName,
} from './organisation-name.ts';
import { initialsOf, type PersonName, splitPersonName } from './person-name.ts';

export type SubscriberName =
  | ({ kind: 'person' } & PersonName)
  | ({
      kind: 'organisation';
      /** The trader behind an ИП. */ person?: PersonName;
    } & OrganisationName);

/**
 * `full` is `Иванов Иван Иванович`, `short` is `Иванов И. И.`, `polite` is how a person is
 * addressed: `Иван Иванович`. An organisation is shown whole in every style.
 */
export type NameStyle = 'full' | 'short' | 'polite';

/** Tells an organisation from a person and takes the name apart; undefined for no letters. */
export function readName(text: string): SubscriberName | undefined {
  const organisation = readOrganisationName(text);
  if (!organisation) {
    const person = splitPersonName(text);
    return person && { kind: 'person', ...person };
  }
  const isTrader = /^(?:ИП|КФХ)$/u.test(organisation.form ?? '') && !organisation.isQuoted;
  const person = isTrader ? splitPersonName(organisation.name) : undefined;
  if (!person) return { kind: 'organisation', ...organisation };
  return { kind: 'organisation', ...organisation, name: showPerson(person, 'full'), person };
}

/** The name as it is shown; parts that are not known leave no gap. */
export function showName(name: SubscriberName, style: NameStyle = 'full'): string {
  return name.kind === 'person' ? showPerson(name, style) : showOrganisationName(name);
}

/** The form in which names are compared: folded, without legal form, surname first. */
export function nameKey(name: SubscriberName): string {
  return foldText(name.kind === 'person' ? showPerson(name, 'full') : name.name);
}

function showPerson(name: PersonName, style: NameStyle): string {
  const { lastName, firstName, middleName } = name;
  const given = [firstName, middleName].filter((part) => part != null).join(' ');
  if (style === 'polite') return given === '' ? (lastName ?? '') : given;
  const short = lastName == null ? given : `${lastName} ${initialsOf(name)}`.trim();
  return style === 'short' ? short : [lastName, given].filter(Boolean).join(' ');
}
