import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { scriptsApi } from '../api/scripts.ts';
import { scriptRows } from './script-rows.ts';

type Shown = z.input<(typeof scriptsApi)['GET /api/sale-scripts']['output']>;

export async function listScripts(ctx: Ctx): Promise<Result<Shown>> {
  return ok({ scripts: await scriptRows(ctx) });
}
