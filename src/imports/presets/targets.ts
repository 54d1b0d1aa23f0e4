import type { ImportKind } from '../api/kinds.ts';
import { contactKinds } from '../../subscribers/api/kinds.ts';

/**
 * What a column of a file of subscribers can become. Where several columns may become the same (two
 * phones, many attributes), the target stands in `repeatable`.
 */
export const targetGroups = {
  subscriber: [
    'externalId',
    'kind',
    'fullName',
    'lastName',
    'firstName',
    'middleName',
    'organisationName',
    'taxNumber',
    'birthOn',
    'document',
    'status',
    'customerSince',
    'leftOn',
    'note',
  ],
  contacts: contactKinds,
  address: ['address', 'city', 'street', 'building', 'block', 'flat'],
  account: [
    'accountNumber',
    'contractNumber',
    'contractOn',
    'currency',
    'balance',
    'creditLimit',
    'accountState',
    'paymentMode',
  ],
  line: ['login', 'ip', 'mac', 'lineNumber'],
  subscription: ['tariffName', 'monthlyFee', 'startedOn', 'services', 'service'],
  other: ['attribute', 'ignore'],
} as const;

/** What a column of a file of tickets can become. */
const ticketTargetGroups = {
  ticket: [
    'ticketNumber',
    'subject',
    'description',
    'category',
    'priority',
    'ticketState',
    'assignee',
    'openedAt',
    'closedAt',
  ],
  whose: ['accountNumber', 'contractNumber', 'phone', 'email', 'fullName'],
  other: ['attribute', 'ignore'],
} as const;

/** What a column of a file of what was used can become. */
const usageTargetGroups = {
  usage: ['usageKey', 'beganAt', 'endedAt', 'usedBytes', 'bytesIn', 'bytesOut', 'usedSeconds'],
  whose: ['accountNumber', 'login', 'lineNumber'],
  other: ['ignore'],
} as const;

/** What a column of a file of what can be had at buildings can become. */
const coverageTargetGroups = {
  address: ['address', 'city', 'street', 'building', 'block'],
  coverage: [
    'technology',
    'nodeName',
    'lineSpeed',
    'portsTotal',
    'portsFree',
    'connectionPrice',
    'termsName',
  ],
  other: ['ignore'],
} as const;

type Groups = typeof targetGroups;
type TicketGroups = typeof ticketTargetGroups;
type UsageGroups = typeof usageTargetGroups;
type CoverageGroups = typeof coverageTargetGroups;
export type SubscriberTarget = Groups[keyof Groups][number];
export type TicketTarget = TicketGroups[keyof TicketGroups][number];
export type UsageTarget = UsageGroups[keyof UsageGroups][number];
export type CoverageTarget = CoverageGroups[keyof CoverageGroups][number];
export type Target = SubscriberTarget | TicketTarget | UsageTarget | CoverageTarget;

export const targetsOf: Record<ImportKind, Readonly<Record<string, readonly Target[]>>> = {
  subscribers: targetGroups,
  tickets: ticketTargetGroups,
  usage: usageTargetGroups,
  coverage: coverageTargetGroups,
};

export const targets: readonly Target[] = [
  ...new Set(Object.values(targetsOf).flatMap((groups) => Object.values(groups).flat())),
];

/** Whether a column of such a file can become this. */
export const isTargetOf = (kind: ImportKind, target: Target): boolean =>
  Object.values(targetsOf[kind]).some((group) => group.includes(target));

/** Targets that any number of columns may have. */
export const repeatable: ReadonlySet<Target> = new Set<Target>([
  'note',
  'description',
  ...contactKinds,
  'document',
  'address',
  'services',
  'service',
  'attribute',
  'ignore',
]);

/** By what a row finds the subscriber, the ticket or the use that is here already. */
export const importKeys = [
  'accountNumber',
  'contractNumber',
  'externalId',
  'login',
  'phone',
  'email',
  'rowNumber',
  'ticketNumber',
  'usageKey',
  'usageContents',
  'lineAtBuilding',
] as const;

export type ImportKey = (typeof importKeys)[number];

export const keysOf: Record<ImportKind, readonly ImportKey[]> = {
  subscribers: importKeys.slice(0, importKeys.indexOf('ticketNumber')),
  tickets: ['ticketNumber'],
  usage: ['usageKey', 'usageContents'],
  coverage: ['lineAtBuilding'],
};

/** Keys that no column holds: where a row stands, all that it says, or several of it together. */
export const keyless: ReadonlySet<ImportKey> = new Set<ImportKey>([
  'rowNumber',
  'usageContents',
  'lineAtBuilding',
]);
