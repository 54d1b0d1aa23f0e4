import { z } from 'zod';

/** What a list or an attribute is of, as in the list's address: `subscribers`, `follow-ups`. */
export const Entity = z.string().regex(/^[a-z][a-z_-]{0,39}$/);
