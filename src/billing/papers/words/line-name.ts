import type { Language } from '../../../kernel/context.ts';
import type { ServiceLine, StatementLine } from '../content.ts';
import { monthText } from './day-text.ts';
import { paperWords, put } from './paper-words.ts';

type Named = Pick<ServiceLine, 'kind' | 'product' | 'meter' | 'words'>;

/** What a service is called on a paper: «Абонентская плата, Домашний 100». */
export function lineName({ kind, product, meter, words }: Named, language: Language): string {
  const texts = paperWords[language];
  const measured = meter === null ? null : texts.meters[meter];
  const what = measured === null ? texts.kinds[kind] : `${texts.kinds[kind]}: ${measured}`;
  // What was charged once is told by its words alone.
  if (kind === 'one_off' && words !== '') return words;
  return [what, product, words].filter((part) => part !== null && part !== '').join(', ');
}

/** What a line of a statement is: of a charge, what for and of which month. */
export function operationName(line: StatementLine, language: Language): string {
  const { charge, product, words, title, amountMinor } = line;
  if (!charge) return title;
  const name = lineName({ ...charge, product, words }, language);
  const full = charge.kind === 'one_off' ? name : `${name}, ${monthText(charge.month, language)}`;
  return amountMinor > 0 ? put(paperWords[language].givenBack, { what: full }) : full;
}
