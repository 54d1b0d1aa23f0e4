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

/**
 * What became of it; `stays` is what they said, and is counted as saved by what they do. Who leaves
 * with an account or a number of several has not left.
 */
export const outcomes = ['stays', 'left', 'left_part', 'mistake', 'unreached'] as const;
export type Outcome = (typeof outcomes)[number];

/** How a case stands, in one word: an open one whose application was accepted is on its way out. */
export const caseStandings = ['open', 'leaving', ...outcomes] as const;

/** What somebody may close a case with by hand: leaving goes by an exit, but for a mere number. */
export const closingOutcomes = ['stays', 'left_part', 'mistake', 'unreached'] as const;
