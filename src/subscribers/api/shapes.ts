import { z } from 'zod';
import { DateOnly, Id, Instant, Line } from '../../kernel/api/shapes.ts';
import { contactKinds, subscriberKinds, subscriberStatuses } from './kinds.ts';
import { mostChars } from './limits.ts';

export const SubscriberKind = z.enum(subscriberKinds);
export const SubscriberStatus = z.enum(subscriberStatuses);
export const ContactKind = z.enum(contactKinds);
export const PersonRole = z.enum(['head', 'accountant', 'technical', 'family', 'other']);
const DocumentKind = z.enum(['passport', 'contract', 'power_of_attorney', 'registration', 'other']);
export const NeedKind = z.enum(['need', 'wish', 'bad_experience', 'life_event']);
export const ConsentChannel = z.enum(['phone', 'sms', 'email', 'messenger', 'post', 'any']);
export const ConsentPurpose = z.enum([
  'service',
  'advertising',
  'research',
  'personal_data',
  'third_parties',
]);

/** A short text that may be empty. */
export const Words = z.string().trim().max(mostChars.words);
export const Note = z.string().trim().max(mostChars.note);
/** An attribute's value; null takes it away. */
export const Attributes = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
    z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
  )
  .refine((values) => Object.keys(values).length <= 500);

export const OwnedBy = z.object({ id: Id, name: z.string() }).nullable();

export const Contact = z.object({
  id: Id,
  subscriberId: Id,
  contactPersonId: Id.nullable(),
  kind: ContactKind,
  value: z.string(),
  extension: z.string().nullable(),
  label: z.string(),
  isPrimary: z.boolean(),
});

export const ContactPerson = z.object({
  id: Id,
  name: z.string(),
  role: PersonRole,
  birthOn: DateOnly.nullable(),
  note: z.string(),
});

export const Document = z.object({
  id: Id,
  kind: DocumentKind,
  number: z.string(),
  issuedOn: DateOnly.nullable(),
  issuedBy: z.string(),
  file: z.object({ id: Id, name: z.string(), sizeBytes: z.int() }).nullable(),
});

export const ServiceAddress = z.object({
  id: Id,
  label: z.string(),
  isPrimary: z.boolean(),
  /** The whole address in one line, as it is understood or as it was written. */
  text: z.string(),
  isUnderstood: z.boolean(),
  premiseId: Id.nullable(),
  buildingId: Id.nullable(),
  isPrivateSector: z.boolean(),
  technology: z.string().nullable(),
  district: z.string(),
});

export const Need = z.object({
  id: Id,
  kind: NeedKind,
  text: z.string(),
  source: z.string(),
  notedBy: z.string().nullable(),
  notedAt: Instant,
  confirmedAt: Instant,
  freshUntil: DateOnly,
  /** Past its freshness date: worth asking about again. */
  isStale: z.boolean(),
});

export const Consent = z.object({
  id: Id,
  channel: ConsentChannel,
  purpose: ConsentPurpose,
  isGranted: z.boolean(),
  source: z.string(),
  proof: z.string(),
  recordedBy: z.string().nullable(),
  recordedAt: Instant,
});

export const Household = z.object({
  id: Id,
  kind: z.enum(['household', 'holding']),
  name: z.string(),
  members: z.array(
    z.object({ subscriberId: Id, displayName: z.string(), role: z.string(), isHere: z.boolean() }),
  ),
});

/** Somebody who may be the same person, and why it looks so. */
export const LikelyDuplicate = z.object({
  id: Id,
  displayName: z.string(),
  kind: SubscriberKind,
  reasons: z.array(z.enum(['phone', 'email', 'messenger', 'document', 'name_address'])),
});

export const ContactInput = z.object({
  kind: ContactKind,
  /** A phone in any usual notation, an address, a name in a messenger. */
  value: Line,
  label: Words.default(''),
  isPrimary: z.boolean().optional(),
  contactPersonId: Id.optional(),
});

export const AddressInput = z.object({
  /** The whole address in one line: town, street, house, flat. */
  text: z.string().trim().min(1).max(500),
  label: Words.default(''),
  isPrimary: z.boolean().optional(),
});

export const DocumentInput = z.object({
  kind: DocumentKind,
  number: Words.default(''),
  issuedOn: DateOnly.nullable().default(null),
  issuedBy: Words.default(''),
});
