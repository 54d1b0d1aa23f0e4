import type { AddressLoad, ContactLoad, SubscriberUpdate } from '../../subscribers/index.ts';
import type { RowError } from '../reading/source-row.ts';
import type { TicketRecord } from '../tickets/ticket-record.ts';
import type { CoverageRow } from '../coverage/coverage-row.ts';
import type { UsageRow } from '../usage/usage-row.ts';

type LoadedFields = Required<SubscriberUpdate['fields']>;

/** Who a row speaks of; only what the row says. */
export type PersonPart = { [F in keyof LoadedFields]?: NonNullable<LoadedFields[F]> } & {
  note?: string;
  document?: string;
};

export type AccountPart = {
  number?: string;
  contractNumber?: string;
  contractOn?: string;
  currency?: string;
  state?: 'active' | 'suspended' | 'closed';
  creditLimitMinor?: number;
  paymentMode?: 'prepaid' | 'postpaid';
  /** What the operator owes the holder: negative is a debt. */
  balanceMinor?: number;
};

export type LinePart = { login?: string; ip?: string; mac?: string; number?: string };

export type PlanPart = { tariff?: string; feeMinor?: number; startedOn?: string };

/** A row of a file as it was understood. What the row does not say is left out. */
export type ImportRecord = {
  person: PersonPart;
  contacts: ContactLoad[];
  address?: AddressLoad;
  addressText?: string;
  account: AccountPart;
  line: LinePart;
  plan: PlanPart;
  /** Further services, by name. */
  services: string[];
  /** By the number of the column, as written: the type is known once all rows were seen. */
  attributes: Record<string, string>;
};

/** What became of a row. A row with an error has no record; warnings do not keep it out. */
export type Understood<R = ImportRecord | TicketRecord | UsageRow | CoverageRow> = {
  record: R | null;
  error: RowError | null;
  warnings: RowError[];
  /** By what the row finds its subscriber, or its ticket. */
  keyValue: string | null;
  /** Folded name and address, by which two rows look like one person; null when one is missing. */
  personKey: string | null;
};
