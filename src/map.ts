/**
 * The domains in the order of dependency: facts first, decisions last, doors at the end. A domain
 * may import only domains above it. Only names stand here, so the list loads anywhere.
 */
export const domains = [
  'staff',
  'norms',
  'work',
  'subscribers',
  'catalog',
  'ledger',
  'billing',
  'dealers',
  'network',
  'channels',
  'conversations',
  'tickets',
  'sales',
  'segments',
  'retention',
  'loyalty',
  'vip',
  'quality',
  'reports',
  'imports',
  'demo',
] as const;
