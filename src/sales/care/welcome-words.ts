/** What the words of a welcome may name. */
export const welcomeNames = ['name', 'account', 'services', 'operator'] as const;

export type WelcomeName = (typeof welcomeNames)[number];
