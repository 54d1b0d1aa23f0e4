import type { DemoOutage } from './incidents.ts';
import type { DemoContact } from './life.ts';
import type { DemoSubscriber } from './subscriber-at.ts';
import type { DemoStaff } from './write-staff.ts';

/** Some thousand subscribers that are written in one transaction. */
export type ChunkInput = {
  /** Distinguishes this chunk's postings from every other's. */
  chunk: number;
  seed: string;
  today: Date;
  people: readonly DemoSubscriber[];
  versionIds: ReadonlyMap<string, number>;
  incidentIdOf: (outage: DemoOutage) => number;
  staff: DemoStaff;
};

/** A subscriber of the chunk with the ids that the base gave. */
export type Written = { person: DemoSubscriber; subscriberId: number; accountId: number };

export type ContactOf = { contact: DemoContact; subscriberId: number };
