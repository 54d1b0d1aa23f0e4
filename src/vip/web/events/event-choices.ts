import { formatMoney } from '../../../ui/format.ts';
import { useRead } from '../client.ts';

type Choice = { value: string; label: string };
type Named = { id: number; name: string };

/** What a change at an event makes out of date. */
export const eventPaths = ['/api/vip-events', '/api/vip/{id}/events', '/api/vip-sheet'];

/** Prizes of the catalogue, and who can be in charge: personal managers, leaders, who is now. */
export function useChoices(now: Named | null): { items: Choice[]; people: Choice[] } {
  const { data: catalogue } = useRead('GET /api/vip-gift-items');
  const { data: led } = useRead('GET /api/vip-managers');
  const { data: leading } = useRead('GET /api/vip-leaders');
  const people = [
    ...(now ? [now] : []),
    ...(led?.people ?? []).filter(({ isOn }) => isOn).map(({ staff }) => staff),
    ...(leading?.leaders ?? []),
  ];
  const byId = new Map(people.map(({ id, name }) => [String(id), name]));
  return {
    items: (catalogue?.items ?? [])
      .filter(({ isArchived }) => !isArchived)
      .map((one) => ({
        value: String(one.id),
        label: `${one.name} · ${formatMoney(one.priceMinor, catalogue?.currency)}`,
      })),
    people: [...byId].map(([value, label]) => ({ value, label })),
  };
}
