import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { addressText } from '../../subscribers/index.ts';

export type Building = {
  id: number;
  streetId: number;
  text: string;
  district: string;
  isPrivateSector: boolean;
};

/** A building with its address in words. */
export async function findBuilding(ctx: Ctx, id: number): Promise<Result<Building>> {
  // buildings_pkey, streets_pkey
  const { rows } = await sql<
    Omit<Building, 'text'> & { city: string; streetKind: string; street: string; number: string }
  >`
    select b.id, b.street_id, b.district, b.is_private_sector, b.number, s.city,
           s.kind as street_kind, s.name as street
    from   buildings b join streets s on s.id = b.street_id
    where  b.id = ${id}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('network.no_such_building');
  const { number, city, streetKind, street, ...building } = row;
  const parts = { city, streetKind, street, building: number, flat: null, rawText: '' };
  return ok({ ...building, text: addressText(parts, ctx.language) });
}
