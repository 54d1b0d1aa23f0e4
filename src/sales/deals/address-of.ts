import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { addressText } from '../../subscribers/index.ts';
import type { Stored } from './values.ts';

type Place = Parameters<typeof addressText>[0];

/** Where a deal connects, as one line: of the building that is known, else as it was said. */
export async function addressOf(ctx: Ctx, { buildingId, flat, address }: Stored): Promise<string> {
  if (buildingId === null) return [address, flat].filter(Boolean).join(', ');
  // buildings_pkey, streets_pkey
  const { rows } = await sql<Place>`
    select s.city, s.kind as street_kind, s.name as street, b.number as building,
           nullif(${flat}, '') as flat, ${address} as raw_text
    from   buildings b join streets s on s.id = b.street_id
    where  b.id = ${buildingId}`.execute(ctx.db);
  const [place] = rows;
  return place ? addressText(place, ctx.operator.language) : address;
}
