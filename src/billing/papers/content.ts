import type { Meter } from '../../catalog/api.ts';
import type { Language } from '../../kernel/context.ts';
import type { PaperKind } from '../api/paper-kinds.ts';
import type { Party, SellerParty } from '../api/papers.ts';

/** Who pays, with the account that it is for. */
export type Payer = Party & {
  account: string;
  contract: string | null;
  contractOn: string | null;
};

/** How much of a sum is VAT; a percentage of null: none is. */
export type Vat = { percent: number | null; amountMinor: number };

/** What was served, or is to be paid for. */
export type ServiceLine = {
  kind:
    | 'fee'
    | 'connection'
    | 'instalment'
    | 'usage'
    | 'one_off'
    | 'correction'
    | 'advance'
    | 'debt';
  product: string | null;
  meter: Meter | null;
  words: string;
  quantity: number;
  unit: 'month' | 'service';
  amountMinor: number;
};

export type StatementLine = {
  on: string;
  /** What the ledger calls it, in the paper's language. */
  title: string;
  charge: { kind: ServiceLine['kind']; meter: ServiceLine['meter']; month: string } | null;
  product: string | null;
  words: string;
  amountMinor: number;
  balanceMinor: number;
};

export type StatementContent = {
  openingMinor: number;
  raisedMinor: number;
  loweredMinor: number;
  closingMinor: number;
  lines: StatementLine[];
};
export type InvoiceContent = { lines: ServiceLine[]; vat: Vat; purpose: string };
export type ActContent = { lines: ServiceLine[]; vat: Vat };

/** `lines` are as they should have been; `vat` is the difference, as the paper's sum is. */
export type CorrectiveContent = ActContent & {
  act: { number: string; datedOn: string };
  before: { amountMinor: number; vatMinor: number };
  after: { amountMinor: number; vatMinor: number };
};

type OnEvery = {
  id: number;
  number: string;
  datedOn: string;
  fromOn: string | null;
  toOn: string | null;
  currency: string;
  amountMinor: number;
  language: Language;
  seller: SellerParty;
  payer: Payer;
  /** From when on its file is the same. */
  madeAt: Date;
};

type Contents = {
  statement: StatementContent;
  invoice: InvoiceContent;
  act: ActContent;
  corrective_act: CorrectiveContent;
};

/** A paper with everything that stands on it. */
export type StoredPaper = {
  [Kind in PaperKind]: OnEvery & { kind: Kind; content: Contents[Kind] };
}[PaperKind];

export type PaperOf<Kind extends PaperKind> = Extract<StoredPaper, { kind: Kind }>;
