import { z } from 'zod';
import { Id } from '../../kernel/api/shapes.ts';

/** Where recordings of calls are fetched from; empty where they are not. */
export const RecordingsFrom = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text === '' || isPlainAddress(text), { error: 'channels.bad_url' })
  .default('');

function isPlainAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || url.protocol === 'http:';
}

export const Name = z.string().trim().min(1).max(100);

export const Version = z.coerce.number().int().positive();

/** A channel as the writer has seen it. */
export const One = z.object({ id: Id, version: Version });
export const Changed = z.object({ id: Id, version: Version });

const web = { protocol: /^https?$/, error: 'channels.bad_url' };

/** `https://host`, perhaps with a port and a path, without a slash at its end. */
export const WebAddress = z
  .url(web)
  .max(300)
  .refine((text) => URL.canParse(text) && new URL(text).username === '', {
    error: 'channels.bad_url',
  })
  .transform((text) => text.replace(/\/+$/, ''));

export const Host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$|^[a-f0-9:]{2,45}$/, {
    error: 'channels.bad_host',
  });
export const Port = z.coerce.number().int().min(1).max(65_535);
