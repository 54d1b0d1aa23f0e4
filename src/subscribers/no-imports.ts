/**
 * What a person corrects, removes or scans is no longer the import's that brought it: set with
 * every such write, so that undoing the import leaves it, and whose it is, where they are.
 */
export const noImports = { importId: null } as const;
