import { z } from 'zod';

export const Permission = z.string().min(1).max(100);
const Reach = z.enum(['own', 'team', 'all']);
export const Grants = z
  .record(Permission, Reach)
  .refine((grants) => Object.keys(grants).length <= 500, { error: 'kernel.too_long' });
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(200));
export const PersonName = z.string().trim().min(1).max(120);
export const Password = z.string().min(1).max(200);
