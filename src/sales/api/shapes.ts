import { z } from 'zod';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';

/** The version that the writer has seen; another's change since is not undone. */
export const Version = z.coerce.number().int().positive();

export const Named = z.object({ id: Id, name: z.string() });

/** What somebody pays, in minor units. */
const Amount = z.int().min(0).max(1e12);
const Words = z.string().trim().max(4000);
const Short = z.string().trim().max(200);

export const PersonName = z.string().trim().min(1).max(200);

/** What a deal is made of, each field given or left as it is. */
export const DealFields = z
  .object({
    name: PersonName,
    /** In any notation; kept as it is dialled. Empty for none. */
    phone: Short,
    email: Short,
    /** As it was said. */
    address: Short,
    buildingId: Id.nullable(),
    flat: z.string().trim().max(20),
    /** What the person needs, and why. */
    wanted: Words,
    subscriberId: Id.nullable(),
    sourceId: Id.nullable(),
    campaign: Short,
    ownerStaffId: Id.nullable(),
    teamId: Id.nullable(),
    /** What it brings every month. */
    monthlyMinor: Amount,
    /** What it brings once: connection, equipment. */
    onceMinor: Amount,
    expectedOn: DateOnly.nullable(),
    nextStep: Short,
    nextAt: Instant.nullable(),
  })
  .partial();
export type DealFields = z.output<typeof DealFields>;

export const Changed = z.object({ id: Id, version: Version });
