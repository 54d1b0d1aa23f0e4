import type { SignedIn } from '../staff.ts';
import type { World } from '../world.ts';

/** Asks any route of any domain; the answer's text is whatever came, JSON or a file. */
export type Ask = (
  route: string,
  input: object,
  who: SignedIn,
) => Promise<{ status: number; body: Record<string, unknown>; text: string }>;

export function askIn(world: World): Ask {
  const call = world.via({}) as (
    route: string,
    input: object,
    as: SignedIn['as'],
  ) => Promise<{ status: number; body: unknown }>;
  return async (route, input, who) => {
    const { status, body } = await call(route, input, who.as);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { status, text, body: (typeof body === 'object' ? body : {}) as never };
  };
}
