import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Gateway } from '../../api/payments.ts';
import type { Source } from '../source.ts';
import type { Shop } from './ask-gateway.ts';

export type GatewaySource = Pick<Source, 'id' | 'kind' | 'currency'> & {
  /** The field of the payment's metadata that names the account. */
  accountField: string;
  shop: Shop;
};

type Row = Pick<Source, 'id' | 'kind' | 'currency'> & {
  settings: Gateway;
  secrets: string | null;
  isFromThere: boolean;
};

/**
 * A gateway that is on and may call from that address; null where there is none.
 * @throws where its secret key was sealed by another key than ours
 */
export async function findGateway(
  ctx: Ctx,
  { id, address }: { id: number; address: string },
): Promise<GatewaySource | null> {
  // payment_sources_pkey
  const { rows } = await sql<Row>`
    select s.id, s.kind, s.currency, s.settings, s.secrets,
           s.addresses = '{}' or ${address}::inet <<= any (s.addresses) as is_from_there
    from   payment_sources s
    where  s.id = ${id} and s.kind = 'yookassa' and s.is_enabled`.execute(ctx.db);
  const [row] = rows;
  if (!row?.isFromThere || row.secrets === null) return null;
  const secretKey = ctx.secrets.open(row.secrets);
  if (secretKey === null) throw new Error('the secret key of a gateway cannot be read');
  const { shopId, accountField, apiUrl } = row.settings;
  const { kind, currency } = row;
  const shop = { apiUrl: apiUrl.replace(/\/+$/, ''), shopId, secretKey };
  return { id: row.id, kind, currency, accountField, shop };
}
