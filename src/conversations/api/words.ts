import type { z } from 'zod';
import type { NewRequest } from '../../channels/api.ts';

/** How a conversation comes. */
export const channels = ['site_form', 'call', 'chat', 'telegram', 'vk', 'email', 'office'] as const;

type Topic = z.output<typeof NewRequest>['topic'];

/** What is chosen on the site's form, which asks for no others. */
const asked: Record<Topic, true> = {
  connect: true,
  repair: true,
  payment: true,
  tariff: true,
  other: true,
};
export const topics = Object.keys(asked) as [Topic, ...Topic[]];

/** In what letters something is written, so far as letters tell the language. */
export const languages = ['ru', 'kk', 'uk', 'be', 'latin'] as const;

export type Language = (typeof languages)[number];
