/** What the rows of a file bring. */
export const importKinds = ['subscribers', 'tickets'] as const;
export type ImportKind = (typeof importKinds)[number];
