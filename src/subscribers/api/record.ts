import { codeWordsApi } from './code-words.ts';
import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';
import { contactErrors } from './contacts.ts';
import { mostChars } from './limits.ts';
import {
  AddressInput,
  Attributes,
  Consent,
  Contact,
  ContactInput,
  ContactKind,
  ContactPerson,
  Document,
  DocumentInput,
  Household,
  LikelyDuplicate,
  Need,
  Note,
  OwnedBy,
  ServiceAddress,
  SubscriberKind,
  SubscriberStatus,
  Words,
} from './shapes.ts';

/** What a person of the staff may write of a subscriber itself. */
export const SubscriberFields = z.object({
  /** An organisation's name, or a person's name that cannot be told apart into parts. */
  displayName: Words,
  lastName: Words.nullable(),
  firstName: Words.nullable(),
  middleName: Words.nullable(),
  birthOn: DateOnly.nullable(),
  taxNumber: z
    .string()
    .trim()
    .max(mostChars.taxNumber)
    .regex(/^[\dA-Za-z -]*$/)
    .nullable(),
  status: SubscriberStatus,
  customerSince: DateOnly.nullable(),
  leftOn: DateOnly.nullable(),
  externalId: Words.min(1).nullable(),
  note: Note,
  attributes: Attributes,
  ownerStaffId: Id.nullable(),
  teamId: Id.nullable(),
});

const Card = z.object({
  id: Id,
  kind: SubscriberKind,
  displayName: z.string(),
  lastName: z.string().nullable(),
  firstName: z.string().nullable(),
  middleName: z.string().nullable(),
  birthOn: DateOnly.nullable(),
  taxNumber: z.string().nullable(),
  status: SubscriberStatus,
  customerSince: DateOnly.nullable(),
  leftOn: DateOnly.nullable(),
  externalId: z.string().nullable(),
  note: z.string(),
  /** By key; `GET /api/attributes` names them. */
  attributes: z.record(z.string(), z.unknown()),
  owner: OwnedBy,
  team: OwnedBy,
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
  erasedAt: Instant.nullable(),
  /** Those who were merged into this one: their numbers open this card. */
  merged: z.array(
    z.object({
      mergeId: Id,
      id: Id,
      displayName: z.string(),
      mergedAt: Instant,
      mergedBy: z.string().nullable(),
    }),
  ),
  contacts: z.array(Contact),
  contactPersons: z.array(ContactPerson),
  documents: z.array(Document),
  addresses: z.array(ServiceAddress),
  needs: z.array(Need),
  consents: z.array(Consent),
  households: z.array(Household),
  /** The word by which they are known on the phone: that there is one, and what reminds of it. */
  codeWord: z.object({ hint: z.string(), setAt: Instant }).nullable(),
  /**
   * What is personal is left out: whoever is on the line in this conversation was not verified.
   */
  veil: z.object({ conversationId: Id }).nullable(),
  /** Parts of other domains, by their keys; a part with nothing to say is absent. */
  parts: z.record(z.string(), z.unknown()),
});

export const recordApi = defineApi({
  ...codeWordsApi,
  'POST /api/subscribers': {
    summary: 'Add a subscriber with contacts, documents and service addresses',
    permission: 'subscribers.edit',
    input: SubscriberFields.partial().extend({
      kind: SubscriberKind,
      contacts: z.array(ContactInput).max(50).default([]),
      documents: z.array(DocumentInput).max(20).default([]),
      addresses: z.array(AddressInput).max(20).default([]),
    }),
    output: z.object({
      id: Id,
      version: z.int(),
      /** Those who may be the same; adding was not held up by them. */
      duplicates: z.array(LikelyDuplicate),
      /** Addresses that were kept as written, for they were not understood. */
      rawAddresses: z.array(z.string()),
    }),
    errors: [
      'subscribers.name_missing',
      ...contactErrors,
      'subscribers.external_id_taken',
      'subscribers.no_such_owner',
      'subscribers.left_before_joining',
      'work.value_misfit',
      'work.attribute_undefined',
      'subscribers.left_too_late',
    ],
    status: 201,
  },
  'GET /api/subscribers/{id}': {
    summary: 'Open the card of a subscriber; the number of a merged one opens its successor',
    permission: 'subscribers.view',
    input: z.object({ id: Id }),
    output: Card,
    errors: ['subscribers.not_found'],
  },
  'PATCH /api/subscribers/{id}': {
    summary: 'Change what is given; refused if somebody changed it since that version',
    permission: 'subscribers.edit',
    input: SubscriberFields.partial().extend({
      id: Id,
      version: z.int().positive(),
      kind: SubscriberKind.optional(),
    }),
    output: z.object({ id: Id, version: z.int() }),
    errors: [
      'subscribers.not_found',
      'subscribers.erased',
      'subscribers.caller_unverified',
      'subscribers.changed_meanwhile',
      'subscribers.name_missing',
      'subscribers.external_id_taken',
      'subscribers.no_such_owner',
      'subscribers.left_before_joining',
      'work.value_misfit',
      'work.attribute_undefined',
      'subscribers.left_too_late',
    ],
  },
  'POST /api/subscribers/likely-duplicates': {
    summary: 'Who may already be here, by phone, e-mail, document, or name and address',
    permission: 'subscribers.view',
    input: z.object({
      displayName: Words.default(''),
      contacts: z
        .array(z.object({ kind: ContactKind, value: Words }))
        .max(50)
        .default([]),
      documents: z
        .array(z.object({ number: Words }))
        .max(20)
        .default([]),
      addresses: z
        .array(z.object({ text: z.string().max(500) }))
        .max(20)
        .default([]),
      /** Not to be found: oneself. */
      exceptId: Id.optional(),
    }),
    output: z.object({ duplicates: z.array(LikelyDuplicate) }),
  },
  'GET /api/subscribers/{id}/timeline': {
    summary: 'Everything that happened with a subscriber, newest first',
    permission: 'subscribers.view',
    input: z.object({
      id: Id,
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      /** Only these types of events; all but looks at the card where none are given. */
      types: z.array(z.string().max(100)).max(200).optional(),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          source: z.string(),
          id: z.int(),
          at: Instant,
          type: z.string(),
          subjectKind: z.string(),
          subjectId: z.int(),
          facts: z.record(z.string(), z.unknown()),
          details: z.record(z.string(), z.unknown()).nullable(),
          actorKind: z.string(),
          actorName: z.string().nullable(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['subscribers.not_found', 'subscribers.bad_cursor'],
  },
  'POST /api/subscribers/{id}/notes': {
    summary: 'Write a note into the timeline',
    permission: 'subscribers.edit',
    input: z.object({ id: Id, text: z.string().trim().min(1).max(4000) }),
    output: z.object({ eventId: Id }),
    errors: ['subscribers.not_found', 'subscribers.erased'],
    status: 201,
  },
});
