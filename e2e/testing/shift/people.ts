import { api } from '../../../src/staff/api.ts';
import { tokenIn, type WithPassword } from '../../../src/testing/sign-in.ts';
import { type Installed, signInOver } from '../killed-program.ts';

/** Who works on the shift; the administrator counts what became of it. */
export type Hired = { boss: WithPassword; supervisor: WithPassword; agents: WithPassword[] };

const password = 'лодка-и-весло-7';

/** The first administrator, who comes in by the link that the program prints. */
export async function hireFirst(installation: Installed): Promise<WithPassword> {
  const email = 'anna@example.test';
  const boss = { name: 'Анна Белова', email, password, token: installation.firstToken };
  await installation.via(api)('POST /api/welcome', boss);
  return { id: 1, email, password, as: await signInOver(installation.address, email, password) };
}

export async function hire(installation: Installed): Promise<Hired> {
  const call = installation.via(api);
  const boss = await hireFirst(installation);
  const { as } = boss;
  const { roles } = (await call('GET /api/roles', {}, as)).body;
  const invite = async (name: string, code: string): Promise<WithPassword> => {
    const roleId = roles.find((role) => role.code === code)?.id ?? 0;
    const person = { name, email: `${code}-${name.at(-1)}@example.test`, roleId, loadLimit: 50 };
    const { body, status } = await call('POST /api/staff', person, as);
    if (status !== 201) throw new Error(JSON.stringify(body));
    await call('POST /api/welcome', { token: tokenIn(body.link), password });
    const own = await signInOver(installation.address, person.email, password);
    return { id: body.id, email: person.email, password, as: own };
  };
  return {
    boss,
    supervisor: await invite('Старший 0', 'supervisor'),
    agents: [
      await invite('Агент 1', 'agent'),
      await invite('Агент 2', 'agent'),
      await invite('Агент 3', 'agent'),
    ],
  };
}
