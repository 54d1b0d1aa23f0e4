import { renderSVG } from 'uqr';
import type { SellerParty } from '../../api/papers.ts';
import type { PaperOf } from '../content.ts';
import { paymentCode } from '../invoices/payment-code.ts';
import {
  dim,
  gap,
  gridLayout,
  type Piece,
  signature,
  title,
  told,
} from '../../../kernel/pdf/pieces.ts';
import {
  groundText,
  partyText,
  servicesTable,
  speak,
  type Speech,
  summed,
  totals,
} from './pieces.ts';

const CODE_SIZE = 118;

/** The invoice as Russian accountants know it: the bank's block first, so that it can be copied. */
export function invoicePieces(paper: PaperOf<'invoice'>): Piece[] {
  const speech = speak(paper);
  const { words } = speech;
  const { seller, payer, content, number, datedOn } = paper;
  return [
    {
      columns: [
        { width: '*', stack: [bankBlock(seller, speech)] },
        {
          width: CODE_SIZE,
          stack: [code(paper), dim(words.payByCode, { fontSize: 7, alignment: 'center' })],
        },
      ],
      columnGap: 12,
    },
    gap(12),
    title(`${words.titles.invoice} ${words.no} ${number} ${words.of} ${speech.day(datedOn)}`),
    told([
      [words.seller, partyText(seller, speech)],
      [words.buyer, partyText(payer, speech)],
      [words.ground, groundText(payer, speech)],
    ]),
    gap(6),
    servicesTable(content.lines, speech),
    totals(paper.amountMinor, content.vat, speech, words.toPay),
    summed(words.countToPay, paper, { count: content.lines.length, speech }),
    {
      stack: [dim(`${words.purpose}:`), { text: content.purpose, margin: [0, 1, 0, 0] }],
      margin: [0, 10, 0, 6],
    },
    {
      unbreakable: true,
      stack: [
        signature(seller.directorPost || words.director, seller.director),
        ...(seller.accountant === '' ? [] : [signature(words.accountant, seller.accountant)]),
      ],
    },
  ];
}

function code({ seller, payer, content, amountMinor }: PaperOf<'invoice'>): Piece {
  const text = paymentCode({
    seller,
    purpose: content.purpose,
    amountMinor,
    account: payer.account,
  });
  return { svg: renderSVG(text, { ecc: 'M', border: 1 }), width: CODE_SIZE };
}

function bankBlock(seller: SellerParty, { words }: Speech): Piece {
  const { bankName, bankCode, bankAccount, correspondentAccount, taxNumber, taxReasonCode } =
    seller;
  const small = (text: string): Piece => dim(text, { fontSize: 7.5 });
  return {
    table: {
      widths: ['*', '*', 40, 130],
      body: [
        [
          { text: bankName, colSpan: 2, border: [true, true, true, false] },
          '',
          small(words.bankCode),
          { text: bankCode, border: [true, true, true, false] },
        ],
        [
          { ...small(words.bankOfPayee), colSpan: 2, border: [true, false, true, true] },
          '',
          small(words.accountNo),
          { text: correspondentAccount, border: [true, false, true, true] },
        ],
        [
          { text: [small(`${words.taxNumber}  `), taxNumber] },
          { text: [small(`${words.taxReasonCode}  `), taxReasonCode] },
          { ...small(words.accountNo), rowSpan: 3 },
          { text: bankAccount, rowSpan: 3 },
        ],
        [
          { text: seller.name, bold: true, colSpan: 2, border: [true, true, true, false] },
          '',
          '',
          '',
        ],
        [{ ...small(words.payee), colSpan: 2, border: [true, false, true, true] }, '', '', ''],
      ],
    },
    layout: gridLayout,
  };
}
