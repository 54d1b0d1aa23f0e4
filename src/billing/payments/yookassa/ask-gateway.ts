import { z } from 'zod';

/** How a shop shows itself at the API; `apiUrl` without a slash at its end. */
export type Shop = { apiUrl: string; shopId: string; secretKey: string };

const LONGEST_ANSWER_MS = 10_000;

const Amount = z.object({
  /** A decimal text: `1500.00`. */
  value: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

const GatewayPayment = z.object({
  id: z.string().min(1).max(100),
  status: z.string(),
  amount: Amount,
  description: z.string().max(500).default(''),
  created_at: z.iso.datetime({ offset: true }),
  captured_at: z.iso.datetime({ offset: true }).optional(),
  metadata: z.record(z.string(), z.string()).default({}),
});

const GatewayRefund = z.object({
  id: z.string().min(1).max(100),
  payment_id: z.string().min(1).max(100),
  status: z.string(),
  amount: Amount,
});

export type GatewayPayment = z.output<typeof GatewayPayment>;
export type GatewayRefund = z.output<typeof GatewayRefund>;

/** A payment as the API tells it; null where the shop has none of this number. */
export const askPayment = (shop: Shop, id: string): Promise<GatewayPayment | null> =>
  ask(shop, `payments/${encodeURIComponent(id)}`, GatewayPayment);

/** The same of a refund. */
export const askRefund = (shop: Shop, id: string): Promise<GatewayRefund | null> =>
  ask(shop, `refunds/${encodeURIComponent(id)}`, GatewayRefund);

/** @throws where the API does not answer, or answers what it should not */
async function ask<T>(shop: Shop, path: string, shape: z.ZodType<T>): Promise<T | null> {
  const pair = Buffer.from(`${shop.shopId}:${shop.secretKey}`).toString('base64');
  const response = await fetch(`${shop.apiUrl}/${path}`, {
    headers: { authorization: `Basic ${pair}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
  return shape.parse(await response.json());
}

/** A decimal text in minor units of a currency that has a hundred of them; no float is made. */
export function minorOfText(value: string): number {
  const [whole = '', part = ''] = value.split('.');
  return Number(whole + part.padEnd(2, '0'));
}
