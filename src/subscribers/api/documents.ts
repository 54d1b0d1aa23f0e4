import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { DocumentInput } from './shapes.ts';

const base = ['subscribers.not_found', 'subscribers.erased', 'subscribers.caller_unverified'];
const one = z.object({ id: Id, documentId: Id });

export const documentsApi = defineApi({
  'POST /api/subscribers/{id}/documents': {
    summary: 'Add a document of a subscriber',
    permission: 'subscribers.edit',
    input: DocumentInput.extend({ id: Id }),
    output: z.object({ id: Id }),
    errors: base,
    status: 201,
  },
  'DELETE /api/subscribers/{id}/documents/{documentId}': {
    summary: 'Take a document out of use',
    permission: 'subscribers.edit',
    input: one,
    output: Nothing,
    errors: [...base, 'subscribers.no_such_document'],
  },
  'POST /api/subscribers/{id}/documents/{documentId}/scan': {
    summary: 'Attach the scan of a document: PDF or picture',
    permission: 'subscribers.edit',
    kind: 'upload',
    input: one,
    output: z.object({
      fileId: Id,
      sizeBytes: z.int(),
      /** Whether one stood there before, which can be put back for a month. */
      hasFormer: z.boolean(),
    }),
    errors: [...base, 'subscribers.no_such_document', 'subscribers.not_a_scan'],
    perMinute: 60,
  },
  'POST /api/subscribers/{id}/documents/{documentId}/scan/undo': {
    summary: 'Put the former scan of a document back; the new one is removed for good',
    permission: 'subscribers.edit',
    input: one,
    output: Nothing,
    errors: [...base, 'subscribers.no_such_document', 'subscribers.no_former_scan'],
  },
  'GET /api/subscribers/{id}/documents/{documentId}/scan': {
    summary: 'The scan of a document',
    permission: 'subscribers.view',
    kind: 'download',
    input: one,
    output: Nothing,
    errors: ['subscribers.not_found', 'subscribers.no_such_document'],
  },
});
