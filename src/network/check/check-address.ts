import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findSubscriber, understandAddress } from '../../subscribers/index.ts';
import type { Checked, Where } from '../api/check.ts';
import { offersAt } from '../competitors/offers-at.ts';
import { countWishes } from '../coverage/count-wishes.ts';
import { findBuilding } from '../coverage/find-building.ts';
import { fittingTariffs } from './fitting-tariffs.ts';
import { linesAt, verdictOf } from './lines-at.ts';

const nothing = { district: '', lines: [], stops: [], incident: null, tariffs: [], offers: [] };

/** What can be had at an address: for the screen, for keys, and for anybody with less in it. */
export async function checkAddress(
  ctx: Ctx,
  input: Where & { isNewcomer?: boolean },
): Promise<Result<Checked>> {
  const place = await placeOf(ctx, input);
  if (place.buildingId === null) {
    const { text, isPrivateSector } = place;
    const unknown = { ...nothing, text, isPrivateSector, buildingId: null, here: [], wishes: 0 };
    return ok({ ...unknown, verdict: 'unknown' });
  }
  const found = await findBuilding(ctx, place.buildingId);
  if (!found.ok) return found;
  const { id: buildingId, text, district, isPrivateSector } = found.value;
  const { lines, stops } = await linesAt(ctx, buildingId, input.metres);
  return ok({
    verdict: verdictOf(lines),
    text: place.flat === '' ? text : flatText(text, place.flat, ctx.language),
    buildingId,
    district,
    isPrivateSector,
    lines,
    stops,
    incident: await incidentAt(ctx, buildingId),
    tariffs: await fittingTariffs(
      ctx,
      lines.filter(({ state }) => state === 'available'),
      input.isNewcomer ? buildingId : null,
    ),
    offers: await offersAt(ctx, [buildingId]),
    here: await servedAt(ctx, buildingId, place.flat),
    wishes: await countWishes(ctx, buildingId),
  });
}

type Place = { buildingId: number | null; flat: string; text: string; isPrivateSector: boolean };

async function placeOf(ctx: Ctx, { buildingId, text, flat }: Where): Promise<Place> {
  if (buildingId !== undefined) return { buildingId, flat, text, isPrivateSector: false };
  const understood = await understandAddress(ctx, text);
  return {
    buildingId: understood?.buildingId ?? null,
    flat: flat || (understood?.flat ?? ''),
    text,
    isPrivateSector: understood?.isPrivateSector ?? false,
  };
}

const flatText = (text: string, flat: string, language: 'ru' | 'en'): string =>
  /^\d/u.test(flat) ? `${text}, ${language === 'ru' ? 'кв.' : 'apt.'} ${flat}` : `${text}, ${flat}`;

/** What is broken or worked on at the house now. */
async function incidentAt(ctx: Ctx, buildingId: number): Promise<Checked['incident']> {
  // incident_buildings_pkey (building_id, incident_id)
  const now = ctx.clock.now();
  const { rows } = await sql<NonNullable<Checked['incident']>>`
    select i.kind, i.cause, i.started_at
    from   incident_buildings b join incidents i on i.id = b.incident_id
    where  b.building_id = ${buildingId} and i.started_at <= ${now}
    and    coalesce(i.ended_at > ${now}, true)
    order  by i.started_at desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Subscribers at a flat, or in a house without flats; of those alone whom the actor may see. */
async function servedAt(ctx: Ctx, buildingId: number, flat: string): Promise<Checked['here']> {
  // premises_building_id_flat_key, service_addresses_premise
  const { rows } = await sql<{ id: number }>`
    select distinct s.root_id as id
    from   premises p
    join   service_addresses a on a.premise_id = p.id and a.removed_at is null
    join   subscribers s on s.id = a.subscriber_id
    where  p.building_id = ${buildingId} and p.flat = ${flat}
    order  by id limit 5`.execute(ctx.db);
  const here: Checked['here'] = [];
  for (const { id } of rows) {
    const seen = await findSubscriber(ctx, id, 'subscribers.view');
    if (seen.ok) here.push({ id: seen.value.id, name: seen.value.displayName });
  }
  return here;
}
