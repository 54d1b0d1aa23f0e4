import { z } from 'zod';
import { technologies } from '../catalog/api.ts';
import { defineApi } from '../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../kernel/api/shapes.ts';
import { importKinds } from './api/kinds.ts';
import { CellError, ImportCounts, ImportSettings, importStates } from './api/shapes.ts';
import { Mapping } from './presets/mapping.ts';
import { importKeys } from './presets/targets.ts';
import { FormatChoices, TableFormat } from './reading/table-format.ts';

const kind = z.enum(importKinds);
const ofKind = z.object({ kind: kind.default('subscribers') });

const Title = z.object({ ru: z.string(), en: z.string() });

export const ImportView = z.object({
  id: Id,
  kind,
  fileName: z.string(),
  sizeBytes: z.number(),
  state: z.enum(importStates),
  /** The step in which it failed, and why. */
  failedIn: z.enum(importStates).nullable(),
  failure: CellError.nullable(),
  preset: z.string(),
  key: z.enum(importKeys),
  format: TableFormat,
  sheets: z.array(z.string()),
  columns: z.array(z.string()),
  mapping: Mapping,
  settings: ImportSettings,
  /** How much of the file has been read, in bytes or, of a workbook, in rows. */
  readOffset: z.number(),
  rowCount: z.number(),
  errorCount: z.number(),
  warningCount: z.number(),
  /** The last row that has been applied. */
  doneThrough: z.number(),
  counts: ImportCounts,
  createdBy: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  /** An earlier import of the very same file. */
  sameFileAs: z.object({ id: Id, state: z.enum(importStates), createdAt: Instant }).nullable(),
});

const PreviewRow = z.object({
  rowNumber: z.number(),
  cells: z.array(z.string()),
  error: CellError.nullable(),
  warnings: z.array(CellError),
  /** What the row would become. */
  name: z.string(),
  phones: z.array(z.string()),
  address: z.string(),
  account: z.string(),
  tariff: z.string(),
  balanceMinor: z.number().nullable(),
  /** Of a file of tickets. */
  ticket: z
    .object({
      number: z.string(),
      subject: z.string(),
      category: z.string(),
      state: z.string(),
      priority: z.string(),
      /** What the file says of whose it is, and of who has it. */
      named: z.string(),
      assignee: z.string(),
      openedAt: Instant.nullable(),
      closedAt: Instant.nullable(),
    })
    .nullable(),
  /** Of a file of what was used. */
  usage: z
    .object({
      line: z.string(),
      beganAt: Instant,
      endedAt: Instant,
      bytes: z.int().nullable(),
      seconds: z.int().nullable(),
    })
    .nullable(),
  /** Of a file of what can be had at buildings. */
  coverage: z
    .object({
      technology: z.enum(technologies),
      node: z.string(),
      speedKbps: z.int().nullable(),
      portsTotal: z.int().nullable(),
      portsFree: z.int().nullable(),
      terms: z.string(),
      priceMinor: z.int().nullable(),
    })
    .nullable(),
});

const ListedRow = z.object({
  rowNumber: z.number(),
  cells: z.array(z.string()),
  problems: z.array(CellError),
  /** Somebody in the base, or an earlier row, that the row looks like. */
  subscriberId: Id.nullable(),
  subscriberName: z.string().nullable(),
  otherRow: z.number().nullable(),
});

const one = z.object({ id: Id });
const notFound = 'imports.not_found';
const wrongState = 'imports.wrong_state';

export const api = defineApi({
  'GET /api/imports/presets': {
    summary: 'Known exports, what a column can become, and the keys of rows',
    permission: 'imports.run',
    input: ofKind,
    output: z.object({
      presets: z.array(z.object({ name: z.string(), title: Title })),
      targets: z.array(z.object({ group: z.string(), names: z.array(z.string()) })),
      keys: z.array(z.enum(importKeys)),
    }),
  },
  'POST /api/imports': {
    summary: 'Bring a file; answers with how it is read and what its columns seem to be',
    permission: 'imports.run',
    kind: 'upload',
    status: 201,
    input: ofKind.extend({ preset: z.string().max(60).optional() }),
    output: ImportView,
    errors: [
      'imports.no_such_preset',
      'imports.file_empty',
      'imports.file_cut_short',
      'imports.file_too_large',
      'imports.not_a_workbook',
      'imports.workbook_old',
      'imports.workbook_binary',
      'imports.workbook_locked',
      'imports.rows_disordered',
      'imports.workbook_too_large',
      'imports.too_many_columns',
    ],
  },
  'GET /api/imports': {
    summary: 'Imports, newest first',
    permission: 'imports.run',
    input: Paging,
    output: z.object({ imports: z.array(ImportView), nextCursor: z.string().nullable() }),
  },
  'GET /api/imports/{id}': {
    summary: 'An import and how far it has come',
    permission: 'imports.run',
    input: one,
    output: ImportView,
    errors: [notFound],
  },
  'PUT /api/imports/{id}/format': {
    summary: 'Correct how the file is read; the columns are guessed anew',
    permission: 'imports.run',
    input: one.extend({ choices: FormatChoices }),
    output: ImportView,
    errors: [
      notFound,
      wrongState,
      'imports.sheet_missing',
      'imports.file_empty',
      'imports.file_gone',
    ],
  },
  'PUT /api/imports/{id}/mapping': {
    summary: 'Say what each column becomes, and by what a row finds its subscriber',
    permission: 'imports.run',
    input: one.extend({
      preset: z.string().max(60).optional(),
      mapping: Mapping.optional(),
      key: z.enum(importKeys).optional(),
      settings: ImportSettings.optional(),
    }),
    output: ImportView,
    errors: [
      notFound,
      wrongState,
      'imports.no_such_preset',
      'imports.mapping_length',
      'imports.wrong_target',
      'imports.target_twice',
      'imports.key_not_mapped',
    ],
  },
  'GET /api/imports/{id}/preview': {
    summary: 'The first rows, and what each would become',
    permission: 'imports.run',
    input: one,
    output: z.object({ rows: z.array(PreviewRow) }),
    errors: [notFound, 'imports.file_gone'],
  },
  'POST /api/imports/{id}/check': {
    summary: 'Dry run: read the whole file and find out what applying it would do',
    permission: 'imports.run',
    input: one,
    output: ImportView,
    errors: [notFound, wrongState, 'imports.key_not_mapped'],
  },
  'POST /api/imports/{id}/apply': {
    summary: 'Apply a checked import',
    permission: 'imports.run',
    input: one,
    output: ImportView,
    errors: [notFound, wrongState],
  },
  'POST /api/imports/{id}/retry': {
    summary: 'Go on with the step in which an import failed',
    permission: 'imports.run',
    input: one,
    output: ImportView,
    errors: [notFound, wrongState],
  },
  'POST /api/imports/{id}/undo': {
    summary: 'Take an import back as a whole',
    permission: 'imports.undo',
    input: one,
    output: ImportView,
    errors: [notFound, wrongState],
  },
  'DELETE /api/imports/{id}': {
    summary: 'Drop an import that was never applied, with its file',
    permission: 'imports.run',
    input: one,
    output: Nothing,
    errors: [notFound, wrongState],
  },
  'GET /api/imports/{id}/rows': {
    summary: 'Rows with errors, with warnings, or that look like somebody who is here',
    permission: 'imports.run',
    input: one.extend({ only: z.enum(['errors', 'warnings', 'duplicates']), ...Paging.shape }),
    output: z.object({ rows: z.array(ListedRow), nextCursor: z.string().nullable() }),
    errors: [notFound],
  },
  'GET /api/imports/{id}/kept': {
    summary: 'What an undo left as it is, because people have worked with it since',
    permission: 'imports.run',
    input: one.extend(Paging.shape),
    output: z.object({
      kept: z.array(
        z.object({
          entity: z.string(),
          entityId: Id,
          subscriberId: Id.nullable(),
          name: z.string().nullable(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: [notFound],
  },
  'GET /api/imports/{id}/errors.csv': {
    summary: 'Rows with errors and warnings as they were in the file, with what is wrong',
    permission: 'imports.run',
    kind: 'download',
    input: one,
    output: Nothing,
    errors: [notFound],
  },
});
