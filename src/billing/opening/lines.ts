import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import {
  normaliseIp,
  normaliseLogin,
  normaliseMac,
  normalisePhone,
  type PhoneCountry,
} from '../../subscribers/index.ts';
import type { NewLine } from '../api/opening.ts';

export type GivenLine = z.output<typeof NewLine>;
export type Line = {
  kind: GivenLine['kind'];
  login: string | null;
  ip: string | null;
  mac: string | null;
  number: string | null;
};

/** A line as it is kept; refused where something cannot be read, or another line has it. */
export async function readLine(ctx: Ctx, given: GivenLine): Promise<Result<Line>> {
  const wrong = (field: keyof GivenLine) =>
    fail('billing.wrong_line', {}, { [field]: 'billing.wrong_line' });
  const login = given.login ? normaliseLogin(given.login) : null;
  if (login && !login.ok) return wrong('login');
  const ip = given.ip ? normaliseIp(given.ip) : null;
  if (ip && !ip.ok) return wrong('ip');
  const mac = given.mac ? normaliseMac(given.mac) : null;
  if (mac && !mac.ok) return wrong('mac');
  const { country, cityCode } = ctx.operator;
  const phone = given.number
    ? normalisePhone(given.number, country as PhoneCountry, cityCode ?? '')
    : null;
  if (phone && !phone.ok) return wrong('number');
  const line: Line = {
    kind: given.kind,
    login: login?.login ?? null,
    ip: ip?.ip ?? null,
    mac: mac?.mac ?? null,
    number: phone?.e164 ?? null,
  };
  // service_lines_login (login), service_lines_number (number)
  const { rows } = await sql<{ login: string | null }>`
    select login from service_lines where login = ${line.login} and closed_at is null
    union all
    select null from service_lines where number = ${line.number} and closed_at is null
    limit 1`.execute(ctx.db);
  const [taken] = rows;
  if (!taken) return ok(line);
  const field = taken.login === null ? 'number' : 'login';
  return fail('billing.line_taken', {}, { [field]: 'billing.line_taken' });
}

export async function insertLine(ctx: Ctx, accountId: number, line: Line): Promise<number> {
  const { id } = await ctx.db
    .insertInto('serviceLines')
    .values({ accountId, ...line, createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
