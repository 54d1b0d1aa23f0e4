/**
 * What a subscriber can be, stand at, and be reached by: stated here once, for forms, lists, routes
 * and imports alike. The database holds the same in its checks, and a test compares them.
 */
export const subscriberKinds = ['person', 'organisation'] as const;
export type SubscriberKind = (typeof subscriberKinds)[number];

export const subscriberStatuses = ['prospect', 'active', 'suspended', 'left'] as const;

export const messengers = ['telegram', 'vk', 'whatsapp', 'max'] as const;
export type Messenger = (typeof messengers)[number];

export const contactKinds = ['phone', 'email', ...messengers] as const;
export type ContactKind = (typeof contactKinds)[number];
