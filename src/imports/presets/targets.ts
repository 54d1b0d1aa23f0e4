import { contactKinds } from '../../subscribers/api/kinds.ts';

/**
 * What a column of a file can become. Where several columns may become the same (two phones, many
 * attributes), the target stands in `repeatable`.
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
  ],
  line: ['login', 'ip', 'mac', 'lineNumber'],
  subscription: ['tariffName', 'monthlyFee', 'startedOn', 'services', 'service'],
  other: ['attribute', 'ignore'],
} as const;

export type TargetGroup = keyof typeof targetGroups;
export type Target = (typeof targetGroups)[TargetGroup][number];

export const targets = Object.values(targetGroups).flat() as readonly Target[];

/** Targets that any number of columns may have. */
export const repeatable: ReadonlySet<Target> = new Set<Target>([
  'note',
  ...contactKinds,
  'document',
  'address',
  'services',
  'service',
  'attribute',
  'ignore',
]);

/** By what a row finds the subscriber who is here already. */
export const importKeys = [
  'accountNumber',
  'contractNumber',
  'externalId',
  'login',
  'phone',
  'email',
  'rowNumber',
] as const;

export type ImportKey = (typeof importKeys)[number];
