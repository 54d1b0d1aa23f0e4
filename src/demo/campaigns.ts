import type { Random } from './random.ts';

/** Efforts of a source, and what share of its money and of its people each had. */
const campaigns: Readonly<Record<string, readonly { name: string; share: number }[]>> = {
  Реклама: [
    { name: 'Листовки в подъездах', share: 0.5 },
    { name: 'Таргет ВКонтакте', share: 0.3 },
    { name: 'Щиты на въезде', share: 0.2 },
  ],
  Дилер: [
    { name: 'Премия за тариф от 500', share: 0.4 },
    { name: 'Салон на рынке', share: 0.6 },
  ],
};

/** By which campaign somebody came, by its share; empty where the source has none. */
export function campaignOf(source: string, random: Random): string {
  let drawn = random.next();
  for (const { name, share } of campaigns[source] ?? []) {
    if (drawn < share) return name;
    drawn -= share;
  }
  return '';
}

/** What was paid for a source, campaign by campaign. Minor units. */
export function sharedOut(
  source: string,
  amountMinor: number,
): { campaign: string; amountMinor: number }[] {
  const own = campaigns[source];
  if (!own) return [{ campaign: '', amountMinor }];
  return own.map(({ name, share }) => ({
    campaign: name,
    amountMinor: Math.round(amountMinor * share),
  }));
}
