import { z } from 'zod';
import { DateOnly, Id } from '../kernel/api/shapes.ts';

/** An account as the 360° card shows it, in its part `accounts`. */
export const AccountOnCard = z.object({
  id: Id,
  number: z.string(),
  contractNumber: z.string().nullable(),
  contractOn: DateOnly.nullable(),
  state: z.enum(['active', 'suspended', 'closed']),
  currency: z.string(),
  /** Below zero the subscriber owes. */
  balanceMinor: z.int(),
  creditLimitMinor: z.int(),
  serviceAddressId: Id.nullable(),
  closedOn: DateOnly.nullable(),
  subscriptions: z.array(
    z.object({
      id: Id,
      kind: z.enum(['tariff', 'addon']),
      service: z.string(),
      name: z.string(),
      speedKbps: z.int().nullable(),
      monthlyFeeMinor: z.int(),
      startedOn: DateOnly.nullable(),
      endedOn: DateOnly.nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      id: Id,
      kind: z.enum(['internet', 'tv', 'phone', 'mobile']),
      login: z.string().nullable(),
      ip: z.string().nullable(),
      mac: z.string().nullable(),
      number: z.string().nullable(),
    }),
  ),
});

export type AccountOnCard = z.output<typeof AccountOnCard>;
