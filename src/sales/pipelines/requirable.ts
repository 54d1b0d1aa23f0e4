/** What a stage may ask of a deal that enters it. */
export const requirable = [
  'phone',
  'email',
  'address',
  'buildingId',
  'wanted',
  'sourceId',
  'subscriberId',
  'ownerStaffId',
  'monthlyMinor',
  'onceMinor',
  'expectedOn',
  'nextAt',
] as const;
export type Requirable = (typeof requirable)[number];
