/** What the rows of a file bring. */
export const importKinds = ['subscribers', 'tickets', 'usage', 'coverage'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Kinds whose columns can become attributes of what the rows bring. */
export const attributed = ['subscribers', 'tickets'] as const satisfies readonly ImportKind[];
