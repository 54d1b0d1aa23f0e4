/** What the values of a column are, for an attribute that takes them. */
export const columnTypes = ['number', 'date', 'boolean', 'choice', 'text'] as const;
export type ColumnType = (typeof columnTypes)[number];
