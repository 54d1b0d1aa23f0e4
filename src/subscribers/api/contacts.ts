import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { ContactInput, Note, PersonRole, Words } from './shapes.ts';

const person = {
  name: Line,
  role: PersonRole,
  birthOn: DateOnly.nullable(),
  note: Note,
};

const unreadable = [
  'empty',
  'not_a_number',
  'several_numbers',
  'digits_lost',
  'too_short',
  'too_long',
  'needs_city_code',
  'unknown_code',
  'placeholder',
].map((reason) => `subscribers.phone_${reason}`);

const undeliverable = [
  'empty',
  'several_emails',
  'no_at',
  'spaces_inside',
  'bad_local_part',
  'bad_domain',
  'cyrillic_letters',
  'too_long',
  'probable_slip',
].map((reason) => `subscribers.email_${reason}`);

const nobodysName = ['empty', 'unknown_messenger', 'not_a_person', 'bad_name'].map(
  (reason) => `subscribers.messenger_${reason}`,
);

/** Why a contact as typed cannot be kept. */
export const contactErrors: readonly string[] = [...unreadable, ...undeliverable, ...nobodysName];

const base = ['subscribers.not_found', 'subscribers.erased', 'subscribers.caller_unverified'];

export const contactsApi = defineApi({
  'POST /api/subscribers/{id}/contacts': {
    summary: 'Add a phone in any notation, an e-mail or a name in a messenger',
    permission: 'subscribers.edit',
    input: ContactInput.extend({ id: Id }),
    output: z.object({ id: Id, value: z.string() }),
    errors: [
      ...base,
      ...contactErrors,
      'subscribers.contact_known',
      'subscribers.no_such_contact_person',
    ],
    status: 201,
  },
  'PATCH /api/subscribers/{id}/contacts/{contactId}': {
    summary: 'Correct a contact, or make it the one that is used first',
    permission: 'subscribers.edit',
    input: z.object({
      id: Id,
      contactId: Id,
      value: Line.optional(),
      label: Words.optional(),
      isPrimary: z.literal(true).optional(),
    }),
    output: z.object({ id: Id, value: z.string() }),
    errors: [...base, ...contactErrors, 'subscribers.no_such_contact'],
  },
  'DELETE /api/subscribers/{id}/contacts/{contactId}': {
    summary: 'Take a contact out of use',
    permission: 'subscribers.edit',
    input: z.object({ id: Id, contactId: Id }),
    output: Nothing,
    errors: [...base, 'subscribers.no_such_contact'],
  },
  'POST /api/subscribers/{id}/contact-persons': {
    summary: 'Add a person through whom one talks with a subscriber',
    permission: 'subscribers.edit',
    input: z.object({
      id: Id,
      name: person.name,
      role: person.role,
      birthOn: person.birthOn.default(null),
      note: person.note.default(''),
      contacts: z
        .array(ContactInput.omit({ contactPersonId: true }))
        .max(20)
        .default([]),
    }),
    output: z.object({ id: Id }),
    errors: [...base, ...contactErrors],
    status: 201,
  },
  'PATCH /api/subscribers/{id}/contact-persons/{contactPersonId}': {
    summary: 'Correct what is known of a contact person',
    permission: 'subscribers.edit',
    input: z.object(person).partial().extend({ id: Id, contactPersonId: Id }),
    output: z.object({ id: Id }),
    errors: [...base, 'subscribers.no_such_contact_person'],
  },
  'DELETE /api/subscribers/{id}/contact-persons/{contactPersonId}': {
    summary: 'Take a contact person out of use, with the ways to reach that person',
    permission: 'subscribers.edit',
    input: z.object({ id: Id, contactPersonId: Id }),
    output: Nothing,
    errors: [...base, 'subscribers.no_such_contact_person'],
  },
});
