import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { StagedRow } from './loads.ts';

/**
 * Gives streets that are written without their kind (`Ленина, 5`) the kind they have in the base or
 * in other rows, where there is just one of that name. Else one street would be there twice.
 */
export async function nameStreetKinds(ctx: Ctx, rows: readonly StagedRow[]): Promise<void> {
  const unnamed = rows.flatMap(({ record: { address } }) =>
    address && address.streetKind === '' ? [address] : [],
  );
  if (unnamed.length === 0) return;
  const kinds = new Map<string, Set<string>>();
  const note = (key: string, kind: string) => {
    if (kind !== '') kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
  };
  const keys = [...new Set(unnamed.map((address) => address.streetKey))];
  // streets_key_kind_key
  const { rows: known } = await sql<{ key: string; kind: string }>`
    select key, kind from streets where key = any(${keys}::text[])`.execute(ctx.db);
  for (const { key, kind } of known) note(key, kind);
  for (const { record } of rows) {
    if (record.address) note(record.address.streetKey, record.address.streetKind);
  }
  for (const address of unnamed) {
    const [only, ...others] = kinds.get(address.streetKey) ?? [];
    if (only !== undefined && others.length === 0) address.streetKind = only;
  }
}
