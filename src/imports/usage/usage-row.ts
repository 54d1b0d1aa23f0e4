/**
 * A row of a file of what was used, as it was understood. What names the account stands where it
 * stands in a subscriber's row, so that an erasure finds both.
 */
export type UsageRow = {
  /** The number that the source gives it, or all that the row says. */
  key: string;
  account: { number?: string };
  line: { login?: string; number?: string };
  contacts: [];
  /** ISO instants. */
  beganAt: string;
  endedAt: string;
  bytes: number | null;
  seconds: number | null;
};
