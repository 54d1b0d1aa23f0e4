import type { DealFields } from '../api/shapes.ts';
import type { DealState } from './states.ts';

/** What of a deal changes, as it is kept; instants and dates as texts. */
export type Values = {
  pipelineId: number;
  stageId: number;
  state: DealState;
  name: string;
  phone: string;
  email: string;
  address: string;
  buildingId: number | null;
  flat: string;
  wanted: string;
  subscriberId: number | null;
  householdId: number | null;
  sourceId: number | null;
  campaign: string;
  dealerId: number | null;
  referralCode: string;
  ownerStaffId: number | null;
  teamId: number | null;
  monthlyMinor: number;
  onceMinor: number;
  expectedOn: string | null;
  nextStep: string;
  nextAt: string | null;
  lostReasonId: number | null;
  lostNote: string;
};

/** A deal's row, as a writer has locked it. */
export type Stored = Values & { id: number; version: number; openedAt: Date };

/** Words that may be the person's own, or tell where they live: an erasure reaches them. */
const wordFields: readonly (keyof Values)[] = [
  'name',
  'phone',
  'email',
  'address',
  'buildingId',
  'flat',
  'wanted',
  'referralCode',
  'nextStep',
  'lostNote',
];

/** A deal of which nothing is said yet. */
export const blank: Omit<Values, 'pipelineId' | 'stageId' | 'name'> = {
  state: 'open',
  phone: '',
  email: '',
  address: '',
  buildingId: null,
  flat: '',
  wanted: '',
  subscriberId: null,
  householdId: null,
  sourceId: null,
  campaign: '',
  dealerId: null,
  referralCode: '',
  ownerStaffId: null,
  teamId: null,
  monthlyMinor: 0,
  onceMinor: 0,
  expectedOn: null,
  nextStep: '',
  nextAt: null,
  lostReasonId: null,
  lostNote: '',
};

export const valueFields = [
  'pipelineId',
  'stageId',
  'name',
  ...Object.keys(blank),
] as (keyof Values)[];

/** The values with what was given put over them. */
export function overlaid<V extends Values>(before: V, given: DealFields): V {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(said) };
}

type Side = Record<string, unknown>;
export type Difference = { before: Side; after: Side };

/** What differs, field by field: what is coded for the journal, words apart. */
export function differences(
  before: Values,
  after: Values,
): { facts: Difference; words: Difference; fields: string[] } {
  const fields = valueFields.filter((key) => before[key] !== after[key]);
  const part = (areWords: boolean): Difference => {
    const own = fields.filter((key) => wordFields.includes(key) === areWords);
    const of = (values: Values): Side => Object.fromEntries(own.map((key) => [key, values[key]]));
    return { before: of(before), after: of(after) };
  };
  return { facts: part(false), words: part(true), fields };
}
