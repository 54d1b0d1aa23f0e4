import { wholeWords } from '../../kernel/search/whole-words.ts';

/** An organisation, or a sole trader, whose `form` is `ИП`. */
export type OrganisationName = {
  /** The legal form in its customary abbreviation; null when the name does without. */
  form: string | null;
  /** Without form and outer quotes. */
  name: string;
  /** Whether the name stands in quotes when shown. */
  isQuoted: boolean;
};

/** Legal forms written out, with their abbreviations (Civil Code of Russia, chapter 4). */
const writtenOut: readonly (readonly [RegExp, string])[] = [
  [/^общество с ограниченной ответственностью/iu, 'ООО'],
  [/^публичное акционерное общество/iu, 'ПАО'],
  [/^непубличное акционерное общество/iu, 'НАО'],
  [/^открытое акционерное общество/iu, 'ОАО'],
  [/^закрытое акционерное общество/iu, 'ЗАО'],
  [/^акционерное общество/iu, 'АО'],
  [/^индивидуальный предприниматель/iu, 'ИП'],
  [/^товарищество собственников жилья/iu, 'ТСЖ'],
  [/^товарищество собственников недвижимости/iu, 'ТСН'],
  [/^садов(?:одческ)?ое некоммерческое товарищество/iu, 'СНТ'],
  [/^автономная некоммерческая организация/iu, 'АНО'],
  [/^управляющая компания/iu, 'УК'],
  [/^крестьянское \(?фермерское\)? хозяйство/iu, 'КФХ'],
  [/^товарищество с ограниченной ответственностью/iu, 'ТОО'],
  [/^муниципальное унитарное предприятие/iu, 'МУП'],
];

/** Commercial forms, whose names are always quoted. */
const commercial = new Set('ООО АО ПАО НАО ОАО ЗАО ТОО ОДО ЧУП УП ЧП СП ТД'.split(' '));
const otherForms = new Set(
  'ИП ТСЖ ТСН СНТ ДНТ СНП ДНП ГСК ЖСК ЖК АНО НКО НП УК ПК СПК СХПК КФХ КХ РОО МОО ОО ПОУ НОУ'.split(
    ' ',
  ),
);
const western = /^(?:llc|ltd|inc|corp|plc|gmbh|jsc|cjsc|ojsc|pjsc|llp|co)$/iu;

const LONGEST_FORM = 8;

/** State and municipal institutions: МБОУ, МАДОУ, ФГБОУ ВО, ОГБУЗ, МУП, ФКУ … */
const founders = 'ФГ|ОГ|РГ|КГ|НГ|Ф|Г|М|Ч|О';
const institutions = 'У|УК|УЗ|УП|ОУ|ДОУ|НУ|УДО|УСО|ПОУ|ОУДО|ОУДОД|ОУВО|УДПО|НОУ';
const institution = new RegExp(`^(?:${founders})[АБК]?(?:${institutions})$`, 'u');

/** Words that begin or make the name of an institution without a form. */
const institutionWord = wholeWords(`
  администрация школа гимназия лицей колледж техникум институт университет больница поликлиника
  детский библиотека магазин управление департамент министерство отделение кафе ресторан гостиница
  аптека клиника завод фабрика фонд храм приход профсоюз кооператив компания предприятие
  учреждение музей театр отель салон агентство нотариус
`);

const quote = /[«»"“”„‟]/u;

/**
 * Reads the name of an organisation: form before or after, any quotes, `ООО"Ромашка"`. Undefined
 * when nothing tells it from a person's name.
 */
export function readOrganisationName(text: string): OrganisationName | undefined {
  const tidy = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const found = takeForm(tidy);
  if (found) return named(found.form, found.rest);
  if (quote.test(tidy) || institutionWord.test(tidy)) return named(null, tidy);
  return undefined;
}

/** `ООО «Ромашка»`, `Romashka LLC`, `Школа № 5`. */
export function showOrganisationName({ form, name, isQuoted }: OrganisationName): string {
  const shown = isQuoted ? `«${name}»` : name;
  if (form == null) return shown;
  return western.test(form) ? `${shown} ${form}` : `${form} ${shown}`;
}

function takeForm(text: string): { form: string; rest: string } | undefined {
  for (const [phrase, form] of writtenOut) {
    const match = phrase.exec(text);
    if (match) return { form, rest: text.slice(match[0].length) };
  }
  const [, first = '', afterFirst = ''] = /^([\p{L}]+)(?=$|[\s,«"“„])(.*)$/u.exec(text) ?? [];
  const form = asForm(first);
  if (form && /\p{L}|\p{N}/u.test(afterFirst)) return { form, rest: afterFirst };
  const [, beforeLast = '', last = ''] = /^(.*[\s,»"”])\(?(\p{L}+)\)?\.?$/u.exec(text) ?? [];
  const lastForm = asForm(last);
  if (lastForm && /\p{L}|\p{N}/u.test(beforeLast)) return { form: lastForm, rest: beforeLast };
  return undefined;
}

/** Undefined for most words: they are names. */
function asForm(word: string): string | undefined {
  if (word.length > LONGEST_FORM) return undefined;
  const upper = word.toUpperCase();
  if (commercial.has(upper) || otherForms.has(upper)) return upper;
  if (institution.test(word)) return word;
  return western.test(word) ? word : undefined;
}

function named(form: string | null, text: string): OrganisationName {
  const bare = text.replaceAll(/^[\s,]+|[\s,]+$/gu, '');
  const isOuter = quote.test(bare.charAt(0)) && quote.test(bare.at(-1) ?? '') && bare.length > 2;
  const inner = isOuter ? bare.slice(1, -1) : bare;
  // `«А» и «Б»` opens and closes twice: its ends are no pair.
  const isPair = isOuter && !/[»”"].*[«“"„]/u.test(inner);
  const name = nestQuotes(isPair ? inner : bare);
  const isQuoted = isPair || (form != null && commercial.has(form) && !quote.test(name));
  return { form, name: name.trim(), isQuoted };
}

/** Quotes inside a name become `„ “`; one that nobody closed is closed at the end. */
function nestQuotes(text: string): string {
  let isOpen = false;
  let nested = '';
  for (const sign of text) {
    if (!quote.test(sign)) nested += sign;
    else {
      // `"` and `“` both open and close, by the language.
      isOpen = /[«„]/u.test(sign) || (!isOpen && !/[»”]/u.test(sign));
      nested += isOpen ? '„' : '“';
    }
  }
  return isOpen ? `${nested}“` : nested;
}
