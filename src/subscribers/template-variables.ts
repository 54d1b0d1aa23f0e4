import { sql } from 'kysely';
import type { TemplateVariables } from '../work/index.ts';
import { reaches } from './find-subscriber.ts';

type Names = { kind: string; first: string | null; polite: string | null; full: string };

/** How a subscriber is called: by name, politely by name and patronymic, in full. */
export const nameVariables: TemplateVariables = {
  keys: ['name', 'polite_name', 'full_name'],
  isPersonal: true,
  read: async (ctx, { subscriberId }) => {
    // subscribers_pkey
    const { rows } = await sql<Names>`
      select r.kind, nullif(r.first_name, '') as first,
             nullif(concat_ws(' ', nullif(r.first_name, ''), nullif(r.middle_name, '')), '') as polite,
             r.display_name as full
      from   subscribers s join subscribers r on r.id = s.root_id
      where  s.id = ${subscriberId} and ${reaches(ctx, 'subscribers.view')}`.execute(ctx.db);
    const [names] = rows;
    if (!names) return {};
    const isPerson = names.kind === 'person';
    return {
      name: isPerson ? names.first : names.full || null,
      polite_name: isPerson ? names.polite : names.full || null,
      full_name: names.full || null,
    };
  },
};
