import { api } from '../staff/api.ts';
import { inviteFirstAdministrator } from '../staff/index.ts';
import type { As, World } from './world.ts';

export type Signing = {
  status: number;
  /** Where a second factor is on: the code is still to come. */
  isCodeNeeded: boolean;
  code: string | undefined;
  /** The cookies that the answer set, as headers of the next request. */
  as: As;
};

/** Goes through one of the sign-in library's doors as a browser does. */
export async function passDoor(
  world: World,
  door: string,
  body: Record<string, unknown> = {},
  as: As = {},
): Promise<Signing & { body: Record<string, unknown> }> {
  const response = await world.request({
    method: 'POST',
    url: `/api/auth/${door}`,
    headers: { 'x-requested-with': 'bereg', ...as },
    payload: body,
  });
  const answer: { twoFactorRedirect?: boolean; code?: string } = response.json();
  const jar = new Map((as['cookie'] ?? '').split('; ').map((one) => pair(one)));
  for (const { name, value } of response.cookies) jar.set(name, encodeURIComponent(value));
  const cookie = [...jar].filter(([name, value]) => name && value);
  return {
    status: response.statusCode,
    isCodeNeeded: answer.twoFactorRedirect === true,
    code: answer.code,
    as: { cookie: cookie.map(([name, value]) => `${name}=${value}`).join('; ') },
    body: answer,
  };
}

const pair = (cookie: string): [string, string] => {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at), cookie.slice(at + 1)];
};

/** Signs in with a password, as a browser does. */
export function signIn(world: World, email: string, password: string): Promise<Signing> {
  return passDoor(world, 'sign-in/email', { email, password });
}

/** The first administrator's link, as the console would print it. */
export async function firstLink(world: World): Promise<{ token: string; line: string }> {
  await inviteFirstAdministrator(world.installation);
  const line = world.installation.greetings.at(-1)?.('http://bereg.test') ?? '';
  return { line, token: /token=([\w-]+)/.exec(line)?.[1] ?? '' };
}

export type WithPassword = { id: number; email: string; password: string; as: As };

/** Somebody with a password and an open session: the first administrator of the world. */
export async function firstAdministrator(world: World): Promise<WithPassword> {
  const person = { name: 'Анна Белова', email: 'anna@example.test', password: 'лодка-и-весло-7' };
  const { token } = await firstLink(world);
  const call = world.via(api);
  await call('POST /api/welcome', { ...person, token });
  const { as } = await signIn(world, person.email, person.password);
  const { body } = await call('GET /api/me', {}, as);
  return { id: body.id, email: person.email, password: person.password, as };
}

/** Somebody invited by `boss` who has chosen a password and signed in. */
export async function colleague(
  world: World,
  boss: WithPassword,
  person: { email: string; roleCode?: string },
): Promise<WithPassword> {
  const call = world.via(api);
  const { roles } = (await call('GET /api/roles', {}, boss.as)).body;
  const roleId = roles.find(({ code }) => code === (person.roleCode ?? 'agent'))?.id ?? 0;
  const { email } = person;
  const invited = await call('POST /api/staff', { name: 'Лев Мятный', email, roleId }, boss.as);
  const password = 'синий-причал-42';
  await call('POST /api/welcome', { token: tokenIn(invited.body.link), password });
  const { as } = await signIn(world, email, password);
  return { id: invited.body.id, email, password, as };
}

/** The token of a one-time link. */
export function tokenIn({ path }: { path: string }): string {
  return path.split('token=')[1] ?? '';
}
