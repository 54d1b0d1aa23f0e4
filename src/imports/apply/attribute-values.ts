import type { ColumnType } from '../reading/column-types.ts';
import { readDate, type DateOrder } from '../reading/read-date.ts';
import { readNumber, type DecimalSign } from '../reading/read-number.ts';
import { readYesNo } from '../reading/read-yes-no.ts';

/** How an attribute of an import is kept: under which key, as what, and how it is written. */
export type PlannedAttribute = {
  key: string;
  label: string;
  type: ColumnType;
  decimal: DecimalSign | undefined;
  order: DateOrder;
};

/** The value of an attribute by its type, or null where the text is none of it. */
export function attributeValue(
  text: string,
  { type, decimal, order }: PlannedAttribute,
): string | number | boolean | null {
  switch (type) {
    case 'number': {
      const number = readNumber(text, decimal);
      return number === null ? null : Number(number);
    }
    case 'date':
      return readDate(text, order);
    case 'boolean':
      return readYesNo(text);
    case 'choice':
    case 'text':
      return text;
  }
}
