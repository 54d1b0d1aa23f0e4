import { BriefcaseBusiness, ChartColumn, Heart, Layers, Wallet } from 'lucide-react';
import { useWebs } from '../frame.tsx';
import { useMay } from '../viewer.tsx';
import type { NavGroup, NavItem } from '../web.ts';

export type OwnedNavItem = NavItem & { domain: string };
/** Pages behind one icon: two at least, for one alone stands by itself. */
export type NavFolder = { group: NavGroup; icon: NavItem['icon']; items: OwnedNavItem[] };
export type RailEntry = OwnedNavItem | NavFolder;

const icons: Record<NavGroup, NavItem['icon']> = {
  keep: Heart,
  lead: ChartColumn,
  money: Wallet,
  partners: BriefcaseBusiness,
  setup: Layers,
};

/** The pages that this person may open, in order. */
export function useNav(): OwnedNavItem[] {
  const may = useMay();
  return useWebs()
    .flatMap(({ domain, nav }) => nav.map((item) => ({ ...item, domain })))
    .filter(({ permission }) => may(permission))
    .toSorted((a, b) => a.order - b.order);
}

/** The same as the rail shows them; a group stands where its first page would. */
export function useRail(): RailEntry[] {
  const items = useNav();
  const groups = Map.groupBy(items, ({ group }) => group);
  return items.flatMap((item): RailEntry[] => {
    const [first, ...more] = (item.group && groups.get(item.group)) ?? [];
    if (!item.group || !first || more.length === 0) return [item];
    if (item !== first) return [];
    return [{ group: item.group, icon: icons[item.group], items: [first, ...more] }];
  });
}

/** The pages of an entry, one or several. */
export const itemsOf = (entry: RailEntry): OwnedNavItem[] =>
  'items' in entry ? entry.items : [entry];
