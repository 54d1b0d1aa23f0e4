import { z } from 'zod';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { priorities, ticketStates } from './states.ts';

export const Priority = z.enum(priorities);
export const TicketState = z.enum(ticketStates);

/** The version that the writer has seen; another's change since is not undone. */
export const Version = z.coerce.number().int().positive();

export const Named = z.object({ id: Id, name: z.string() });

export const Subject = z.string().trim().min(1).max(200);
export const Words = z.string().trim().max(20_000);

/** Custom attributes by key; null takes a value away. */
const Attributes = z.record(
  z.string().max(60),
  z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
);

/** What a ticket is made of, each field given or left as it is. */
export const TicketFields = z
  .object({
    categoryId: Id,
    subject: Subject,
    description: Words,
    priority: Priority,
    state: TicketState,
    /** Asked for by state `waiting`, and by it alone. */
    waitsUntil: Instant.nullable(),
    ownerStaffId: Id.nullable(),
    teamId: Id.nullable(),
    subscriberId: Id.nullable(),
    accountId: Id.nullable(),
    serviceAddressId: Id.nullable(),
    attributes: Attributes,
  })
  .partial();
export type TicketFields = z.output<typeof TicketFields>;

export const Changed = z.object({ id: Id, version: Version });
