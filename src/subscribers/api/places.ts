import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { AddressInput, Words } from './shapes.ts';

const base = ['subscribers.not_found', 'subscribers.erased', 'subscribers.caller_unverified'];

export const placesApi = defineApi({
  'GET /api/addresses/understand': {
    summary: 'How an address typed in one line is understood, and whether the building is known',
    permission: 'subscribers.view',
    input: z.object({ text: AddressInput.shape.text }),
    output: z.object({
      isUnderstood: z.boolean(),
      /** The address as it will be shown. */
      text: z.string(),
      buildingId: Id.nullable(),
      premiseId: Id.nullable(),
    }),
  },
  'POST /api/subscribers/{id}/addresses': {
    summary: 'Add a service address, typed in one line',
    permission: 'subscribers.edit',
    input: AddressInput.extend({ id: Id }),
    output: z.object({ id: Id, premiseId: Id.nullable(), isUnderstood: z.boolean() }),
    errors: base,
    status: 201,
  },
  'PATCH /api/subscribers/{id}/addresses/{addressId}': {
    summary: 'Correct a service address or its label, or make it the primary one',
    permission: 'subscribers.edit',
    input: z.object({
      id: Id,
      addressId: Id,
      text: AddressInput.shape.text.optional(),
      label: Words.optional(),
      isPrimary: z.literal(true).optional(),
    }),
    output: z.object({ id: Id, isUnderstood: z.boolean() }),
    errors: [...base, 'subscribers.no_such_address'],
  },
  'DELETE /api/subscribers/{id}/addresses/{addressId}': {
    summary: 'Take a service address out of use',
    permission: 'subscribers.edit',
    input: z.object({ id: Id, addressId: Id }),
    output: Nothing,
    errors: [...base, 'subscribers.no_such_address'],
  },
});
