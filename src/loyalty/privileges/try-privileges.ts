import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { privilegesApi } from '../api/privileges.ts';
import { countWanted, type Wanted } from '../discounts/count-wanted.ts';
import { wantedPrivileges } from '../discounts/wanted.ts';
import { privilegeKinds } from './kinds.ts';

type Input = z.output<(typeof privilegesApi)['POST /api/loyalty/privileges/try']['input']>;

/** What ladders would cost a month, before they are saved; nothing of it is kept. */
export async function tryPrivileges(ctx: Ctx, ladders: Input): Promise<Result<Wanted>> {
  const steps = privilegeKinds.flatMap((kind) => ladders[kind].map((step) => ({ ...step, kind })));
  const asked = sql`(select e.kind, e.months, e.percent
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
      as e(kind text, months int, percent int))`;
  return ok(await countWanted(ctx, wantedPrivileges(today(ctx), asked)));
}
