/** One document of a bank's statement, as it is written there. */
export type StatementLine = {
  /** Of the file, from 1: where a person finds it. */
  lineNumber: number;
  /** The bank's own number of the document; empty where the file names none. */
  number: string;
  /** `YYYY-MM-DD`. */
  on: string;
  amountMinor: number;
  payer: string;
  /** Empty where the file names none. */
  payerTaxNumber: string;
  payerAccount: string;
  purpose: string;
  isIncoming: boolean;
};

/** What of a file could not be read, with what was wrong. */
export type BadLine = {
  lineNumber: number;
  why: 'no_sum' | 'no_date' | 'not_closed' | 'cut_short' | 'no_columns';
  text: string;
};

/** `own`: accounts that the file says it is about; none where it does not say. */
export type ReadStatement = { lines: StatementLine[]; bad: BadLine[]; own: string[] };

/** A sum as banks write it, `1 234,50`, in minor units of two digits; null where it is none. */
export function readSum(text: string): number | null {
  const plain = text.replace(/[\s\u00A0']/g, '').replace(/^\+/, '');
  const found = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!found) return null;
  const [, sign, whole = '', part = ''] = found;
  const minor = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' ? -minor : minor;
}

/** A day as banks write it, `05.03.2026` or `2026-03-05`; null where there is no such day. */
export function readDay(text: string): string | null {
  const found =
    /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})/.exec(text.trim()) ??
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/.exec(text.trim());
  const { year = '', month = '', day = '' } = found?.groups ?? {};
  const on = `${year}-${month}-${day}`;
  const at = new Date(`${on}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== on ? null : on;
}
