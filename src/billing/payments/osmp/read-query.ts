import { z } from 'zod';

/**
 * What a terminals' network asks, by the check/pay protocol of OSMP: `command`, `txn_id` of up to
 * 20 digits, `account`, `sum` in roubles with two decimals, `txn_date` as YYYYMMDDHHMMSS.
 */
export type Query = {
  command: 'check' | 'pay';
  txnId: string;
  account: string;
  sumMinor: number;
  /** Wall time of the operator's zone, `YYYY-MM-DDTHH:MM:SS`; null where none is given. */
  paidAt: string | null;
};

const Given = z.object({
  command: z.enum(['check', 'pay']),
  txn_id: z.string().regex(/^\d{1,20}$/),
  account: z.string().trim().min(1).max(200),
  sum: z.string().regex(/^\d{1,12}(?:[.,]\d{1,2})?$/),
  txn_date: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
});

/** What is wrong with it, in the words of the protocol; a sum is read without a float. */
export function readQuery(given: unknown): { query: Query } | { wrong: string } {
  const read = Given.safeParse(given);
  if (!read.success) {
    return { wrong: String(read.error.issues[0]?.path[0] ?? 'command') };
  }
  const { command, txn_id: txnId, account, sum, txn_date: date } = read.data;
  const [whole = '', part = ''] = sum.split(/[.,]/);
  const paidAt = date === undefined ? null : wallTime(date);
  if (paidAt === 'wrong') return { wrong: 'txn_date' };
  const sumMinor = Number(whole + part.padEnd(2, '0'));
  return { query: { command, txnId, account, sumMinor, paidAt } };
}

function wallTime(date: string): string {
  const text = date.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6');
  const at = new Date(`${text}Z`);
  // The 30th of February would become the 2nd of March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : 'wrong';
}
