import { z } from 'zod';

/** Shapes that many routes share. */
export const Id = z.coerce.number().int().positive();
export const Instant = z.union([
  z.iso.datetime({ offset: true }),
  z.date().transform((d) => d.toISOString()),
]);
/** A day that PostgreSQL, Date and the sorting of texts agree about. */
export const DateOnly = z.iso.date().refine((day) => /^[1-9]/.test(day));
/** A short line of text, trimmed, never empty. */
export const Line = z.string().trim().min(1).max(200);
export const Nothing = z.object({});
/** A page's size; the cursor is opaque and comes from the page before. */
export const Paging = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
