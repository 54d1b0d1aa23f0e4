import type { AccountLoad, ServiceLineLoad } from '../../billing/index.ts';
import type { ProductLoad } from '../../catalog/index.ts';
import type { SubscriberLoad, SubscriberUpdate } from '../../subscribers/index.ts';
import type { ImportRecord, LinePart } from '../record/import-record.ts';
import { attributeValue } from './attribute-values.ts';
import type { ApplyPlan } from './plan.ts';

/** A staged row as it is applied. */
export type StagedRow<R = ImportRecord> = { rowNumber: number; keyValue: string; record: R };

/** Attributes of a row by their keys, and what could not be kept as its type, for the note. */
export function attributesOf(
  { attributes: texts }: Pick<ImportRecord, 'attributes'>,
  plan: ApplyPlan,
): { attributes: Record<string, string | number | boolean>; rest: string[] } {
  const attributes: Record<string, string | number | boolean> = {};
  const rest: string[] = [];
  for (const [column, text] of Object.entries(texts)) {
    const planned = plan.attributes.get(column);
    if (!planned) continue;
    const value = attributeValue(text, planned);
    if (value === null) rest.push(`${planned.label}: ${text}`);
    else attributes[planned.key] = value;
  }
  return { attributes, rest };
}

const noteOf = (record: ImportRecord, rest: readonly string[]): string =>
  [record.person.note ?? '', ...rest].filter((line) => line !== '').join('\n');

const documentOf = ({ person }: ImportRecord): SubscriberLoad['document'] =>
  person.document === undefined ? null : { kind: 'passport', number: person.document };

/** A new subscriber of a row. Persons are the rule, and whoever is in a base is a customer. */
export function subscriberLoad({ record }: StagedRow, plan: ApplyPlan): SubscriberLoad {
  const { person, contacts, address, addressText } = record;
  const { attributes, rest } = attributesOf(record, plan);
  return {
    ...person,
    kind: person.kind ?? 'person',
    displayName: person.displayName ?? '',
    status: person.status ?? 'active',
    note: noteOf(record, rest),
    attributes,
    contacts,
    address: address ?? null,
    addressText: addressText ?? null,
    document: documentOf(record),
  };
}

/** What a row changes of a subscriber who is here. */
export function subscriberUpdate(
  id: number,
  { record }: StagedRow,
  plan: ApplyPlan,
): SubscriberUpdate {
  const { note: _note, document: _document, externalId, ...fields } = record.person;
  const isGenerated = plan.imported.key === 'rowNumber';
  const { attributes, rest } = attributesOf(record, plan);
  return {
    id,
    fields: { ...fields, ...(externalId !== undefined && !isGenerated && { externalId }) },
    attributes,
    note: noteOf(record, rest),
    contacts: record.contacts,
    address: record.address ?? null,
    addressText: record.addressText ?? null,
    document: documentOf(record),
  };
}

/** Whether a row says anything that only an account can hold. */
export function needsAccount({ account, line, plan, services }: ImportRecord): boolean {
  const parts = [account, line, plan].flatMap((part) => Object.keys(part));
  return parts.length > 0 || services.length > 0;
}

/** The number of the row's account: its own, else what else is its own; else made of the row. */
export function accountNumber({ record, rowNumber }: StagedRow, importId: number): string {
  const { account, line, person } = record;
  const known = account.number ?? account.contractNumber ?? line.login ?? person.externalId;
  return known ?? `${importId}-${rowNumber}`;
}

/** The tariffs and services that rows name, each once, with the first fee that is told. */
export function productLoads(rows: readonly StagedRow[], plan: ApplyPlan): ProductLoad[] {
  const products = new Map<string, ProductLoad>();
  const add = (name: string, kind: 'tariff' | 'addon', feeMinor: number | undefined) => {
    const known = products.get(name);
    if (known && (known.monthlyFeeMinor > 0 || !feeMinor)) return;
    products.set(name, {
      kind,
      service: serviceOf(name),
      name,
      monthlyFeeMinor: feeMinor ?? 0,
      currency: plan.currency,
      validFrom: plan.today,
    });
  };
  for (const { record } of rows) {
    if (record.plan.tariff) add(record.plan.tariff, 'tariff', record.plan.feeMinor);
    for (const name of record.services) add(name, 'addon', undefined);
  }
  return [...products.values()];
}

/** What kind of service a name speaks of; internet where it says nothing. */
function serviceOf(name: string): ProductLoad['service'] {
  if (/(^|[^\p{L}])(тв|iptv|tv|телевид\p{L}*|кино|stream\p{L}*)($|[^\p{L}])/iu.test(name))
    return 'tv';
  if (/мобил|mobile|сим-?карт|sim/iu.test(name)) return 'mobile';
  if (/телефон|phone|voice|номер|звонк/iu.test(name)) return 'phone';
  return 'internet';
}

type Subscription = {
  productVersionId: number;
  monthlyFeeMinor: number | null;
  startedOn: string | null;
};

/** The subscriptions of a row: its tariff at its own fee, and its further services. */
export function subscriptionsOf(
  { record }: StagedRow,
  versions: ReadonlyMap<string, number>,
): Subscription[] {
  const { tariff, feeMinor, startedOn } = record.plan;
  const since = startedOn ?? record.account.contractOn ?? record.person.customerSince ?? null;
  const named = [...(tariff ? [tariff] : []), ...record.services];
  return named.flatMap((name) => {
    const productVersionId = versions.get(name);
    if (productVersionId === undefined) return [];
    const monthlyFeeMinor = name === tariff ? (feeMinor ?? null) : null;
    return [{ productVersionId, monthlyFeeMinor, startedOn: since }];
  });
}

export function linesOf({ line }: ImportRecord): ServiceLineLoad[] {
  return Object.keys(line).length === 0 ? [] : [{ ...line, kind: lineKind(line) }];
}

/** A number alone is one of telephony; whatever has a login or an address goes to the internet. */
const lineKind = (line: LinePart): ServiceLineLoad['kind'] =>
  line.number !== undefined && !line.login && !line.ip && !line.mac ? 'phone' : 'internet';

/** The new account of a row. An account of somebody who has left is closed, unless the row says. */
export function accountLoad(
  row: StagedRow,
  owner: { subscriberId: number; addressId: number | null },
  versions: ReadonlyMap<string, number>,
  plan: ApplyPlan,
): AccountLoad {
  const { account, person } = row.record;
  const byStatus = {
    left: 'closed',
    suspended: 'suspended',
    active: 'active',
    prospect: 'active',
  } as const;
  const state = account.state ?? byStatus[person.status ?? 'active'];
  return {
    subscriberId: owner.subscriberId,
    serviceAddressId: owner.addressId,
    number: accountNumber(row, plan.imported.id),
    contractNumber: account.contractNumber ?? null,
    contractOn: account.contractOn ?? null,
    currency: account.currency ?? plan.currency,
    state,
    creditLimitMinor: account.creditLimitMinor ?? 0,
    paymentMode: account.paymentMode ?? 'prepaid',
    closedOn: state === 'closed' ? (person.leftOn ?? null) : null,
    lines: linesOf(row.record),
    subscriptions: subscriptionsOf(row, versions),
  };
}
