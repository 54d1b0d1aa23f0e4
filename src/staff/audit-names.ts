import type { Ctx } from '../kernel/context.ts';
import { defineSlot } from '../kernel/slots.ts';

/** How a domain names its subjects in the audit: the names of those ids that it knows. */
export type AuditNames = {
  kind: string;
  names: (ctx: Ctx, ids: readonly number[]) => Promise<readonly { id: number; name: string }[]>;
};

export const auditNames = defineSlot<AuditNames>('staff.auditNames');

export type Subject = { kind: string; id: number };

/** The names behind subjects of many kinds, by one query for each kind. */
export async function namesOf(
  ctx: Ctx,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => string | null> {
  const found = new Map<string, string>();
  await Promise.all(
    auditNames.fills.map(async ({ piece: { kind, names } }) => {
      const own = subjects.filter((subject) => subject.kind === kind);
      const ids = [...new Set(own.map(({ id }) => id))];
      if (ids.length === 0) return;
      for (const { id, name } of await names(ctx, ids)) found.set(`${kind} ${id}`, name);
    }),
  );
  return ({ kind, id }) => found.get(`${kind} ${id}`) ?? null;
}

const named = (kind: string, table: 'staff' | 'roles' | 'teams' | 'skills'): AuditNames => ({
  kind,
  names: (ctx, ids) =>
    ctx.db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute(),
});

export const ownAuditNames = [
  named('staff', 'staff'),
  named('role', 'roles'),
  named('team', 'teams'),
  named('skill', 'skills'),
];
