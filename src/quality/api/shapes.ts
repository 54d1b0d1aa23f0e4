import { z } from 'zod';
import { Id } from '../../kernel/api/shapes.ts';

/** The version that the writer has seen; another's change since is not undone. */
export const Version = z.coerce.number().int().positive();
export const Changed = z.object({ id: Id, version: Version });
export const Note = z.string().trim().max(2000);
export const Name = z.string().trim().min(1).max(120);
export const at = { id: Id, version: Version };
export const Named = z.object({ id: Id, name: z.string() });
export const Words = Note.min(1);

/** A link to where it is seen, on our own pages or elsewhere. */
export const Link = z
  .string()
  .trim()
  .max(500)
  .regex(/^(|\/(?!\/).*|https?:\/\/.+)$/);
