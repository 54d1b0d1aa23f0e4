export const kinds = ['tariff', 'addon', 'equipment'] as const;
export const services = ['internet', 'tv', 'phone', 'mobile', 'bundle', 'other'] as const;
/** By what a line reaches an address. */
export const technologies = ['ftth', 'ethernet', 'docsis', 'dsl', 'wireless'] as const;
/** What people want a line for; a product says which of it it serves. */
export const uses = ['video', 'games', 'work', 'cameras', 'tv', 'wifi', 'mobile'] as const;
/** Why a product is sold: to gather clients fast, to try a technology, to hold value. */
export const purposes = ['gather', 'try', 'hold'] as const;
/** How a month's fee is taken: at its beginning, or day by day. */
export const cycles = ['monthly', 'daily'] as const;
/** What of a service is counted. */
export const meters = ['bytes', 'seconds'] as const;

export type ChargeCycle = (typeof cycles)[number];
export type Meter = (typeof meters)[number];
export type Technology = (typeof technologies)[number];
export type Use = (typeof uses)[number];
