import type { Ctx } from '../../kernel/context.ts';
import { ok } from '../../kernel/result.ts';
import type { RecipientKind, Tier } from '../kinds.ts';

export type GiftSettings = {
  officialMostMinor: number;
  organisationMostMinor: number;
  personMostMinor: number;
  yearMostMinor: number;
  secondFromMinor: number;
  profitableMinor: number;
  highMinor: number;
  veryHighMinor: number;
  unusualTimes: number;
  version: number;
};

export async function loadGiftSettings(ctx: Ctx): Promise<GiftSettings> {
  return ctx.db
    .selectFrom('vipGiftSettings')
    .select([
      'officialMostMinor',
      'organisationMostMinor',
      'personMostMinor',
      'yearMostMinor',
      'secondFromMinor',
      'profitableMinor',
      'highMinor',
      'veryHighMinor',
      'unusualTimes',
      'version',
    ])
    .executeTakeFirstOrThrow();
}

/** What one gift may cost, by who takes it (Civil Code, art. 575). */
export const mostOf = (settings: GiftSettings, kind: RecipientKind): number =>
  ({
    official: settings.officialMostMinor,
    organisation: settings.organisationMostMinor,
    person: settings.personMostMinor,
  })[kind];

/** What an occasion may cost, by tier. */
export const perOccasion = (settings: GiftSettings): Record<Tier, number> => ({
  profitable: settings.profitableMinor,
  high: settings.highMinor,
  very_high: settings.veryHighMinor,
});

export async function showGiftSettings(ctx: Ctx) {
  return ok({ ...(await loadGiftSettings(ctx)), currency: ctx.operator.currency });
}
