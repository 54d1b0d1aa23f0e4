/** How a conversation comes. */
export const channels = ['site_form', 'call', 'chat', 'telegram', 'vk', 'email', 'office'] as const;

/** What is chosen on the site's form. */
export const topics = ['connect', 'repair', 'payment', 'tariff', 'other'] as const;

/** In what letters something is written, so far as letters tell the language. */
export const languages = ['ru', 'kk', 'uk', 'be', 'latin'] as const;

export type Language = (typeof languages)[number];
