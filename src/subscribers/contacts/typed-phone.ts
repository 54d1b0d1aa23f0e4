import { wholeWords } from '../../kernel/search/whole-words.ts';

/** A number as typed, taken apart but not yet understood. */
export type TypedPhone = {
  digits: string;
  hasPlus: boolean;
  extension?: string;
  /** Words beside the number that are no label: `мама`, `после 18`. */
  note?: string;
};

export type TypedPhoneFailure = 'empty' | 'not_a_number' | 'several_numbers' | 'digits_lost';

/** A cell longer than this holds no phone. */
const longestInput = 200;

/** Takes apart digits, plus, extension and note. A plain number costs no regular expression. */
export function readTypedPhone(input: string): TypedPhone | TypedPhoneFailure {
  return readPlain(input) ?? readAdorned(input);
}

/** Digits with spaces, brackets, dashes, dots and a leading plus; undefined for anything else. */
function readPlain(input: string): TypedPhone | undefined {
  if (input.length > 40) return undefined;
  let digits = '';
  let hasPlus = false;
  for (let at = 0; at < input.length; at += 1) {
    const code = input.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += input[at];
    else if (code === 43 && digits === '' && !hasPlus) hasPlus = true;
    else if (code !== 32 && code !== 45 && code !== 40 && code !== 41 && code !== 160) {
      return undefined;
    }
  }
  return digits === '' ? undefined : { digits, hasPlus };
}

const extensionWords =
  'доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension)?|;ext=|(?<=[\\d\\s)])x|#';
const extensionMark = new RegExp(
  String.raw`[\s,;(]*(?:${extensionWords})[.:=\s]*(\d{1,7})[\s).]*$`,
  'iu',
);

/** Words that say what kind of phone it is; they are no note. */
const label = wholeWords(
  `т тел телефон моб мобильный сот сотовый дом домашний раб рабочий контактный факс
   phone tel mob mobile cell home work fax`,
  'giu',
);

function readAdorned(input: string): TypedPhone | TypedPhoneFailure {
  if (input.length > longestInput) return 'not_a_number';
  let text = input
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .trim();
  if (text === '') return 'empty';

  const exponent = /^(\d)[.,](\d+)e\+?(\d{1,2})$/iu.exec(text);
  if (exponent) {
    // A spreadsheet's 7.91234E+10 has lost its last digits for good; 7.9123456789E+10 has not.
    const [, first = '', rest = '', power] = exponent;
    return rest.length < Number(power) ? 'digits_lost' : { digits: first + rest, hasPlus: false };
  }
  text = text.replace(/^(\+?\d{10,15})[.,]0+$/u, '$1');
  const extension = extensionMark.exec(text);
  if (extension) text = text.slice(0, extension.index);

  const runs = text.match(/\+?[(\s]*\d(?:[\d\s().-]*\d)?/gu) ?? [];
  const [run] = runs;
  if (run == null) return 'not_a_number';
  if (runs.length > 1) return 'several_numbers';
  const note = text
    .replace(run, ' ')
    .replaceAll(label, ' ')
    .replaceAll(/[^\p{L}\s-]/gu, ' ');
  const shownNote = note.replaceAll(/\s+/gu, ' ').replaceAll(/^[-\s]+|[-\s]+$/gu, '');
  return {
    digits: run.replaceAll(/\D/gu, ''),
    hasPlus: run.startsWith('+'),
    ...(extension?.[1] ? { extension: extension[1] } : {}),
    ...(shownNote ? { note: shownNote } : {}),
  };
}
