import { z } from 'zod';
import { encodings } from './encoding-names.ts';

const CsvTable = z.object({
  kind: z.literal('csv'),
  encoding: z.enum(encodings),
  delimiter: z.string().length(1),
  quote: z.string().length(1).nullable(),
  lineBreak: z.enum(['\n', '\r']),
  skipLines: z.int().min(0).max(1),
  hasHeader: z.boolean(),
});

const XlsxTable = z.object({
  kind: z.literal('xlsx'),
  sheet: z.string().max(100),
  hasHeader: z.boolean(),
});

/** How a file is to be read, as it is found or as its owner corrects it. */
export const TableFormat = z.discriminatedUnion('kind', [CsvTable, XlsxTable]);
export type TableFormat = z.infer<typeof TableFormat>;

/** What a file's owner knows better than the guess. */
export const FormatChoices = z.object({
  encoding: z.enum(encodings).optional(),
  delimiter: z.string().length(1).optional(),
  hasHeader: z.boolean().optional(),
  sheet: z.string().max(100).optional(),
});
export type FormatChoices = z.infer<typeof FormatChoices>;
