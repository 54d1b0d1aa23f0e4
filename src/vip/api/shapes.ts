import { z } from 'zod';
import { Id } from '../../kernel/api/shapes.ts';
import { tempers, tiers } from '../kinds.ts';

/** The version that the writer has seen; another's change since is not undone. */
export const Version = z.coerce.number().int().positive();
export const Named = z.object({ id: Id, name: z.string() });
export const Changed = z.object({ id: Id, version: Version });
export const Note = z.string().trim().max(2000);
export const Words = Note.min(1);
export const Name = z.string().trim().min(1).max(120);
export const Amount = z.int().min(0).max(1e12);
export const TierWord = z.enum(tiers);
export const TemperWord = z.enum(tempers);
export const at = { id: Id, version: Version };
