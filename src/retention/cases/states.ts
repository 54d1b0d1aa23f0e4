/** What a case came from. */
export const caseSources = [
  'words',
  'hand',
  'closing',
  'port_out',
  'stopped_paying',
  'silent',
] as const;
export type CaseSource = (typeof caseSources)[number];

export const caseStates = ['open', 'closed'] as const;

/** What became of it; `stays` is what they said, and is counted as saved by what they do. */
export const outcomes = ['stays', 'left', 'mistake', 'unreached'] as const;
export type Outcome = (typeof outcomes)[number];

/** What somebody may close a case with by hand: leaving goes by an exit. */
export const closingOutcomes = ['stays', 'mistake', 'unreached'] as const;
