import { majorOf, minorOf } from '../../../ui/format.ts';
import { placeIn } from '../checked-place.ts';
import type { Deal, DealChange } from '../client.ts';

/** A deal as its form holds it; ids are texts, sums are in whole units of money. */
export type DealValues = {
  name: string;
  phone: string;
  email: string;
  address: string;
  /** The house that the address was found to be; null once other words are typed. */
  buildingId: number | null;
  flat: string;
  wanted: string;
  sourceId: string | null;
  campaign: string;
  ownerStaffId: string | null;
  teamId: string | null;
  monthlyMinor: number | undefined;
  onceMinor: number | undefined;
  expectedOn: string;
  nextStep: string;
  nextAt: string | null;
  subscriberId: number | null;
};

const emptyDeal: DealValues = {
  name: '',
  phone: '',
  email: '',
  address: '',
  buildingId: null,
  flat: '',
  wanted: '',
  sourceId: null,
  campaign: '',
  ownerStaffId: null,
  teamId: null,
  monthlyMinor: undefined,
  onceMinor: undefined,
  expectedOn: '',
  nextStep: '',
  nextAt: null,
  subscriberId: null,
};

/** A deal as the address of a page begins it. */
export const dealIn = (query: URLSearchParams): DealValues => ({
  ...emptyDeal,
  ...placeIn(query),
  name: query.get('name') ?? '',
  phone: query.get('phone') ?? '',
  subscriberId: Number(query.get('subscriber')) || null,
});

const textOf = (one: { id: number } | null): string | null => (one ? String(one.id) : null);
const idOf = (text: string | null): number | null => (text === null ? null : Number(text));

export const valuesOf = (deal: Deal): DealValues => ({
  name: deal.name,
  phone: deal.phone,
  email: deal.email,
  address: deal.address,
  buildingId: deal.buildingId,
  flat: deal.flat,
  wanted: deal.wanted,
  sourceId: textOf(deal.source),
  campaign: deal.campaign,
  ownerStaffId: textOf(deal.owner),
  teamId: textOf(deal.team),
  monthlyMinor: majorOf(deal.monthlyMinor, deal.currency) || undefined,
  onceMinor: majorOf(deal.onceMinor, deal.currency) || undefined,
  expectedOn: deal.expectedOn ?? '',
  nextStep: deal.nextStep,
  nextAt: deal.nextAt,
  subscriberId: deal.subscriberId,
});

/** The values as the routes take them. */
export const inputOf = (values: DealValues, currency: string): DealChange => ({
  ...values,
  sourceId: idOf(values.sourceId),
  ownerStaffId: idOf(values.ownerStaffId),
  teamId: idOf(values.teamId),
  monthlyMinor: minorOf(values.monthlyMinor ?? 0, currency),
  onceMinor: minorOf(values.onceMinor ?? 0, currency),
  expectedOn: values.expectedOn === '' ? null : values.expectedOn,
});

/** Of these only what was changed, so that nothing is written over that a colleague has said. */
export const changesOf = (before: DealValues, after: DealValues, currency: string): DealChange => {
  const [old, now] = [inputOf(before, currency), inputOf(after, currency)];
  const changed = Object.entries(now).filter(
    ([key, value]) => old[key as keyof typeof old] !== value,
  );
  return Object.fromEntries(changed);
};
