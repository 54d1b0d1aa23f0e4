import type { SearchEntry } from './document-tokens.ts';

/** A thing that can be found: whose it is, what a result shows of it, and by what it is found. */
export type Findable = {
  /** `subscriber`, `conversation`, `ticket`, or another name of a thing. */
  kind: string;
  refId: number;
  subscriberId?: number | null;
  ownerStaffId?: number | null;
  teamId?: number | null;
  title: string;
  subtitle?: string;
  /** When it was last touched: among equals, the newer stands first. */
  happenedAt: Date;
  words: SearchEntry;
};

/** A message, found by its words. Its title and subtitle say where it stands. */
export type FindableMessage = Omit<Findable, 'kind'>;
