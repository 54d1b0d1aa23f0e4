import type { Findable } from '../kernel/search/findable.ts';

/** What a lead and a deal know of whoever may buy. */
export type DescribedBuyer = {
  id: number;
  name: string;
  phone: string;
  email: string;
  address: string;
  wanted: string;
  subscriberId: number | null;
  ownerStaffId: number | null;
  teamId: number | null;
  /** When it came or was opened. */
  beganAt: Date;
};

/** What a lead or a deal is found by, and what a result shows of it. */
export const describeBuyer = (kind: 'lead' | 'deal', row: DescribedBuyer): Findable => ({
  kind,
  refId: row.id,
  subscriberId: row.subscriberId,
  ownerStaffId: row.ownerStaffId,
  teamId: row.teamId,
  title: `№ ${row.id} · ${row.name}`,
  subtitle: [row.phone, row.address].filter((one) => one !== '').join(' · '),
  happenedAt: row.beganAt,
  words: {
    names: [row.name],
    phones: row.phone === '' ? [] : [row.phone],
    emails: row.email === '' ? [] : [row.email],
    ticketNumbers: [row.id],
    texts: [row.address, row.wanted],
  },
});
