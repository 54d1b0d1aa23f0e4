import type { Language } from '../../kernel/context.ts';
import { loadTexts } from '../../kernel/i18n/texts.ts';
import { decimalText, isCurrency, money } from '../../kernel/money/index.ts';
import type { SheetColumn, SheetValue } from '../../kernel/sheets/sheet.ts';
import type { Told } from './tell-chosen.ts';

const texts = loadTexts(['retention']);

const columns: readonly { key: keyof Told; type: SheetColumn['type'] }[] = [
  { key: 'id', type: 'number' },
  { key: 'name', type: 'text' },
  { key: 'action', type: 'text' },
  { key: 'reasons', type: 'text' },
  { key: 'leaveChance', type: 'number' },
  { key: 'valueMinor', type: 'money' },
  { key: 'expectedMinor', type: 'money' },
  { key: 'costMinor', type: 'money' },
];

/** Heads and rows of a plan's table, in the reader's language. */
export function planSheet(
  people: readonly Told[],
  language: Language,
  currency: string,
): { heads: SheetColumn[]; rows: SheetValue[][] } {
  const { t } = texts[language];
  const sumOf = (minor: number): string =>
    isCurrency(currency) ? decimalText(money(minor, currency)) : String(minor);
  return {
    heads: columns.map(({ key, type }) => ({ title: t(`retention:plan.columns.${key}`), type })),
    rows: people.map((one) =>
      columns.map(({ key, type }): SheetValue => {
        if (key === 'action') return t(`retention:plan.actions.${one.action}`);
        return type === 'money' ? sumOf(Number(one[key])) : one[key];
      }),
    ),
  };
}
