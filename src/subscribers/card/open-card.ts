import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { recordApi } from '../api/record.ts';
import { type Found, findSubscriber } from '../find-subscriber.ts';
import { cardParts, type ClusterIds } from '../slots.ts';
import { columnList, toldFields } from '../record/columns.ts';
import { loadConsents, loadHouseholds, loadNeeds } from './load-history.ts';
import {
  codeWordOf,
  loadAddresses,
  loadContactPersons,
  loadContacts,
  loadDocuments,
} from './load-own.ts';
import { recordView } from './record-view.ts';
import { veilOf } from '../veil.ts';

type Card = z.input<(typeof recordApi)['GET /api/subscribers/{id}']['output']>;

/**
 * The 360° card in one answer: the root's own record, everything of its cluster and the parts that
 * other domains add, in parallel queries. Leaves one mark that this person looked.
 */
export async function openCard(ctx: Ctx, input: { id: number }): Promise<Result<Card>> {
  const found = await findSubscriber(ctx, input.id, 'subscribers.view');
  if (!found.ok) return found;
  const { ids } = found.value;
  const [record, contacts, contactPersons, documents, addresses, needs] = await Promise.all([
    loadRecord(ctx, found.value),
    loadContacts(ctx, ids),
    loadContactPersons(ctx, ids),
    loadDocuments(ctx, ids),
    loadAddresses(ctx, ids),
    loadNeeds(ctx, ids),
  ]);
  const veil = await veilOf(ctx, ids);
  const [consents, households, parts, codeWord] = await Promise.all([
    loadConsents(ctx, ids),
    loadHouseholds(ctx, ids),
    loadParts(ctx, ids, veil !== null),
    codeWordOf(ctx, ids),
    recordView(ctx, found.value.id),
  ]);
  const own = { contacts, contactPersons, documents, addresses, needs, consents, households };
  const card = { ...record, ...own, codeWord, veil, parts };
  return ok(veil ? { ...card, ...nothingPersonal } : card);
}

/** What a veil leaves of a card: who it is said to be, and how we stand with each other. */
const nothingPersonal = {
  birthOn: null,
  taxNumber: null,
  externalId: null,
  note: '',
  attributes: {},
  contacts: [],
  contactPersons: [],
  documents: [],
  addresses: [],
  needs: [],
  consents: [],
  households: [],
} satisfies Partial<Card>;

async function loadParts(
  ctx: Ctx,
  ids: ClusterIds,
  isVeiled: boolean,
): Promise<Record<string, unknown>> {
  const shown = cardParts.fills.filter(({ piece }) => !isVeiled || piece.isOurWork);
  const loaded = await Promise.all(
    shown.map(async ({ piece }) => [piece.key, await piece.load(ctx, ids)] as const),
  );
  return Object.fromEntries(loaded.filter(([, part]) => part !== null));
}

type RecordRow = Omit<
  Card,
  | 'owner'
  | 'team'
  | 'merged'
  | 'contacts'
  | 'contactPersons'
  | 'documents'
  | 'addresses'
  | 'needs'
  | 'consents'
  | 'households'
  | 'codeWord'
  | 'veil'
  | 'parts'
> & {
  ownerId: number | null;
  ownerName: string | null;
  teamId: number | null;
  teamName: string | null;
};

async function loadRecord(
  ctx: Ctx,
  { id, ids }: Found,
): Promise<RecordRow & Pick<Card, 'owner' | 'team' | 'merged'>> {
  const { rows } = await sql<RecordRow>`
    select r.id, ${columnList(toldFields, 'r.')},
           r.version, r.created_at, r.updated_at, r.erased_at,
           o.id as owner_id, o.name as owner_name, t.id as team_id, t.name as team_name
    from   subscribers r
    left   join staff o on o.id = r.owner_staff_id
    left   join teams t on t.id = r.team_id
    where  r.id = ${id}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error(`subscriber ${id} vanished while its card was opened`);
  return {
    ...row,
    owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? '' },
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
    merged: ids.length === 1 ? [] : await loadMerged(ctx, ids),
  };
}

async function loadMerged(ctx: Ctx, ids: ClusterIds): Promise<Card['merged']> {
  // subscriber_merges_from (from_id) where undone_at is null
  const { rows } = await sql<Card['merged'][number]>`
    select m.id as merge_id, s.id, s.display_name, m.merged_at, b.name as merged_by
    from   subscriber_merges m
    join   subscribers s on s.id = m.from_id
    left   join staff b on b.id = m.merged_by
    where  m.from_id = any(${ids}) and m.undone_at is null
    order  by m.merged_at desc, m.id desc`.execute(ctx.db);
  return rows;
}
