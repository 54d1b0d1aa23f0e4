import type { SignedIn } from '../staff.ts';
import type { World } from '../world.ts';

const login = 'terminals';
const password = 'sesame-sesame-42';

/** A terminals' network that signs in. */
export const terminals = {
  kind: 'osmp' as const,
  name: 'Терминалы',
  login,
  password,
  addresses: [],
  leastMinor: 100,
  mostMinor: 1_500_000,
  isEnabled: true,
};

const basic = (name: string, secret: string): string =>
  `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;

export type Asked = {
  command?: string;
  txn_id?: string;
  account?: string;
  sum?: string;
  txn_date?: string;
};

/** What the network reads of an answer. */
export type Heard = { status: number; result: number; prvTxn: number | null; text: string };

export function hear(status: number, text: string): Heard {
  const read = (tag: string): string | undefined =>
    new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1];
  const prvTxn = read('prv_txn');
  return {
    status,
    result: Number(read('result') ?? Number.NaN),
    prvTxn: prvTxn === undefined ? null : Number(prvTxn),
    text,
  };
}

/** Lets a terminals' network in. */
export async function letTerminalsIn(world: World, who: SignedIn): Promise<void> {
  const call = world.via({}) as (
    route: string,
    input: object,
    as: SignedIn['as'],
  ) => Promise<{ status: number; body: unknown }>;
  const { status, body } = await call('POST /api/payment-sources', terminals, who.as);
  if (status !== 201) throw new Error(`terminals were not let in: ${JSON.stringify(body)}`);
}

/** The address that a network calls, with what it asks. */
export const addressOf = (asked: Asked): string => `/pay/osmp?${new URLSearchParams(asked)}`;

export const signedHeaders = { authorization: basic(login, password) };

/** Asks as a terminals' network does. */
export async function askTerminal(
  world: World,
  asked: Asked,
  from: { login?: string; password?: string; address?: string } = {},
): Promise<Heard> {
  const authorization = basic(from.login ?? login, from.password ?? password);
  const answer = await world.request({
    method: 'GET',
    url: addressOf(asked),
    headers: from.login === '' ? {} : { authorization },
    ...(from.address === undefined ? {} : { remoteAddress: from.address }),
  });
  return hear(answer.statusCode, answer.body);
}
