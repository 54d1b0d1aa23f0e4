import { sql } from 'kysely';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';

type Template = {
  id: number;
  name: string;
  text: string;
  language: 'ru' | 'en';
  isShared: boolean;
  isOwn: boolean;
};

const MOST = 2000;

/** The asker's own texts and the shared ones, by name; few enough to be searched on screen. */
export async function listTemplates(ctx: Ctx): Promise<Template[]> {
  const me = staffIdOf(ctx.actor);
  const mayShare = reachOf(ctx.actor, 'work.share_templates') !== null;
  // templates_staff, templates_shared
  const { rows } = await sql<Template>`
    select id, name, text, language, is_shared,
           staff_id = ${me} or (is_shared and ${mayShare}) as is_own
    from   templates where staff_id = ${me} or is_shared
    order  by lower(name), id limit ${MOST}`.execute(ctx.db);
  return rows;
}
