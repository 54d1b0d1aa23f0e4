import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { PublicCheck, Where } from '../api/check.ts';
import { checkAddress } from './check-address.ts';

/**
 * The same check for anybody: what whoever is new can have and what it costs. Nobody's name, no
 * node, no count of ports, no reason of a stop and no competitor leaves the house.
 */
export async function checkPublicly(
  ctx: Ctx,
  input: Omit<Where, 'flat'>,
): Promise<Result<PublicCheck>> {
  const checked = await checkAddress(ctx, { ...input, flat: '', isNewcomer: true });
  if (!checked.ok) return checked;
  const { verdict, text, buildingId, isPrivateSector, lines, tariffs } = checked.value;
  const days = lines.flatMap(({ state, plannedOn }) =>
    state === 'planned' && plannedOn !== null ? [plannedOn] : [],
  );
  return ok({
    verdict,
    text,
    buildingId,
    isPrivateSector,
    plannedOn: days.toSorted()[0] ?? null,
    lines: lines
      .filter(({ state }) => state === 'available')
      .map(({ technology, speedKbps, cost }) => ({ technology, speedKbps, cost })),
    tariffs,
  });
}
