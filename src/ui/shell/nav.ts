import { useMay } from '../viewer.tsx';
import { useWebs } from '../frame.tsx';
import type { NavItem } from '../web.ts';

export type OwnedNavItem = NavItem & { domain: string };

/** The entries of the rail that this person may open, in order. */
export const useNav = (): OwnedNavItem[] => {
  const may = useMay();
  return useWebs()
    .flatMap(({ domain, nav }) => nav.map((item) => ({ ...item, domain })))
    .filter(({ permission }) => may(permission))
    .toSorted((a, b) => a.order - b.order);
};
