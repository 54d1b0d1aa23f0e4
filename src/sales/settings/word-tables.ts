/** The lists of words, and what the journal calls a row of each. */
export const wordTables = {
  sources: { table: 'lead_sources', subject: 'lead_source' },
  reasons: { table: 'lost_reasons', subject: 'lost_reason' },
} as const;

export type WordKind = keyof typeof wordTables;
