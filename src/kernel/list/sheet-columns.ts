import type { Ctx } from '../context.ts';
import { decimalText, isCurrency, money } from '../money/index.ts';
import type { SheetColumn, SheetValue } from '../sheets/sheet.ts';
import { choicesOf, labelOf, type OpenField } from './open-fields.ts';
import type { Cells } from './read-cells.ts';

const sheetTypes: Partial<Record<OpenField['type'], SheetColumn['type']>> = {
  number: 'number',
  id: 'number',
  money: 'money',
  date: 'date',
  instant: 'instant',
  boolean: 'boolean',
};

/** A column's head in the reader's language. */
export function sheetColumn(ctx: Ctx, field: OpenField): SheetColumn {
  return { title: labelOf(ctx, field), type: sheetTypes[field.type] ?? 'text' };
}

/** How a row's cells stand in a file: a choice by its name, a sum as a decimal. */
export async function sheetValues(
  ctx: Ctx,
  columns: readonly OpenField[],
): Promise<(cells: Cells) => SheetValue[]> {
  const names = await Promise.all(
    columns.map(async (field) => {
      const choices = (await choicesOf(ctx, field)) ?? [];
      return new Map<unknown, string>(choices.map(({ value, label }) => [value, label ?? value]));
    }),
  );
  return (cells) =>
    columns.map((field, at) => {
      const value = cells[field.key] as SheetValue | Sum | unknown[];
      const named = (one: unknown): string | undefined => names[at]?.get(one);
      // Of what a row has several of, all stand in the one cell.
      if (Array.isArray(value)) return value.map((one) => named(one) ?? String(one)).join(', ');
      return named(value) ?? valueOf(field, value);
    });
}

type Sum = { amountMinor: number; currency: string };

function valueOf({ type }: OpenField, value: SheetValue | Sum): SheetValue {
  if (value === null || value instanceof Date) return value;
  if (typeof value === 'string' && type === 'instant') return new Date(value);
  if (typeof value !== 'object') return value;
  const { amountMinor, currency } = value;
  return isCurrency(currency) ? decimalText(money(amountMinor, currency)) : amountMinor;
}
