/** Results of the check/pay protocol that we answer with. */
export const results = {
  ok: 0,
  /** Come again later: nothing is wrong with the payment. */
  tryLater: 1,
  wrongAccountFormat: 4,
  noSuchAccount: 5,
  forbidden: 7,
  forbiddenForNow: 8,
  accountNotActive: 79,
  notFinished: 90,
  sumTooSmall: 241,
  sumTooLarge: 242,
  cannotCheck: 243,
  other: 300,
} as const;

export type ResultCode = (typeof results)[keyof typeof results];

export type Answer = {
  txnId: string;
  /** Our number of the payment, once it is made. */
  prvTxn?: number;
  sumMinor?: number;
  result: ResultCode;
  comment?: string;
};

/** The answer as the protocol writes it. */
export function answerXml({ txnId, prvTxn, sumMinor, result, comment }: Answer): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<response>',
    `<osmp_txn_id>${escape(txnId)}</osmp_txn_id>`,
    ...(prvTxn === undefined ? [] : [`<prv_txn>${prvTxn}</prv_txn>`]),
    ...(sumMinor === undefined ? [] : [`<sum>${(sumMinor / 100).toFixed(2)}</sum>`]),
    `<result>${result}</result>`,
    ...(comment === undefined ? [] : [`<comment>${escape(comment)}</comment>`]),
    '</response>',
  ];
  return `${lines.join('\n')}\n`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Control characters have no place in XML at all.
const escape = (text: string): string =>
  text.replace(/\p{Cc}/gu, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
