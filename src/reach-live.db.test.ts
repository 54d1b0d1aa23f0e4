import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reach } from './kernel/context.ts';
import { emit } from './kernel/events/journal.ts';
import type { LiveAudience } from './kernel/live/audience.ts';
import type { LiveNote } from './kernel/live/hub.ts';
import { type LiveScreen, openScreens, until } from './testing/live-screen.ts';
import { rowlessPermissions } from './testing/reach/rowless.ts';
import { type Kind, visible } from './testing/reach/routes.ts';
import { hands, makeRows, type Rows } from './testing/reach/rows.ts';
import { createWorld, type World } from './testing/world.ts';

// A screen hears of no row that its person would not see in a list.
let world: World;
let rows: Rows;
let closeAll: () => void;
let screens: Record<Reach, LiveScreen>;
let told: [type: string, audience: LiveAudience][];

type Of =
  | 'accountId'
  | 'paymentId'
  | 'subscriberId'
  | 'conversationId'
  | 'ticketId'
  | 'dealId'
  | 'leadId'
  | 'caseId'
  | 'playTaskId'
  | 'careTaskId'
  | 'correctionId'
  | 'shiftId'
  | 'staffId';

/** Permissions whose rows belong to somebody, and the row that an event of theirs is about. */
const owned: Record<string, { of: Kind; kind: string; id: Of }> = {
  'staff.manage': { of: 'staff', kind: 'staff', id: 'staffId' },
  'staff.shifts': { of: 'staff', kind: 'staff', id: 'staffId' },
  'subscribers.view': { of: 'subscribers', kind: 'subscriber', id: 'subscriberId' },
  'conversations.view': { of: 'conversations', kind: 'conversation', id: 'conversationId' },
  'tickets.view': { of: 'tickets', kind: 'ticket', id: 'ticketId' },
  'sales.work': { of: 'deals', kind: 'deal', id: 'dealId' },
  'retention.work': { of: 'conversations', kind: 'case', id: 'caseId' },
  'billing.view': { of: 'accounts', kind: 'correction', id: 'correctionId' },
  'billing.cash_shifts': { of: 'shifts', kind: 'cash_shift', id: 'shiftId' },
  'billing.payments': { of: 'accounts', kind: 'payment', id: 'paymentId' },
};

const task = { of: 'conversations', kind: 'play_task', id: 'playTaskId' } as const;
const care = { of: 'conversations', kind: 'care_task', id: 'careTaskId' } as const;
const lead = { of: 'deals', kind: 'lead', id: 'leadId' } as const;
/** Events that are about another row than others of their permission. */
const ownedOtherwise: typeof owned = {
  'sales.lead_brought': lead,
  'sales.lead_accepted': lead,
  'sales.lead_attached': lead,
  'sales.lead_declined': lead,
  'retention.play_task_made': task,
  'retention.play_task_taken': task,
  'retention.play_task_tried': task,
  'retention.play_task_done': task,
  'retention.play_task_reopened': task,
  'retention.care_taken': care,
  'retention.care_done': care,
  'retention.care_reopened': care,
  'billing.payment_received': { of: 'accounts', kind: 'account', id: 'accountId' },
};

/** Events of these domains that are about nobody's row: what they are told about instead. */
const rowlessEvents: Record<string, string> = {
  'conversations.settings_changed': 'desk_settings',
  'subscribers.duplicates_searched': 'duplicates',
  'staff.role_changed': 'role',
  'staff.api_key_revoked': 'api_key',
};

const permissionOf = (audience: LiveAudience): string =>
  typeof audience === 'object' ? audience.permission : audience;

const ownerOf = (type: string, audience: LiveAudience) =>
  ownedOtherwise[type] ?? owned[permissionOf(audience)]!;

beforeAll(async () => {
  world = await createWorld();
  const made = await makeRows(world);
  rows = made.rows;
  told = made.wirings.flatMap(({ liveEvents = {} }) => Object.entries(liveEvents));
  const opened = await openScreens(world);
  closeAll = opened.closeAll;
  const { own, team, all } = made.viewers;
  screens = {
    own: await opened.look(own),
    team: await opened.look(team),
    all: await opened.look(all),
  };
});
afterAll(async () => {
  closeAll();
  await world.close();
});

/** What is told to those alone whom it names has its tests where they are named. */
const isForSome = (audience: LiveAudience): boolean =>
  typeof audience === 'object' && 'only' in audience;

const rowEvents = () =>
  told.filter(([, audience]) => permissionOf(audience) in owned && !isForSome(audience));

/**
 * Tells every event of every row, and waits until all three screens have heard the last. What was
 * told while the rows were made may be heard by a new screen too.
 * @returns the newest event before
 */
async function tellEverything(): Promise<number> {
  const before = await world.ctx.db
    .selectFrom('events')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  const about = (kind: string, id: number, type: string, facts = {}) =>
    emit(world.ctx, { type, subject: { kind, id }, facts });
  for (const [type, audience] of rowEvents()) {
    const { kind, id } = ownerOf(type, audience);
    for (const hand of hands) await about(kind, rows[hand][id], type, { hand });
  }
  await about('conversation', rows.mine.conversationId, 'conversations.noted', { isLast: true });
  await until(() => Object.values(screens).every(({ notes }) => notes.some(isLast)));
  return before.id ?? 0;
}

const isLast = ({ facts }: LiveNote): boolean => facts['isLast'] === true;

test('a screen hears of each row what its person may see, and no more', async () => {
  const before = await tellEverything();
  expect(rowEvents().length).toBeGreaterThan(30);
  for (const [type, audience] of rowEvents()) {
    const { of, id } = ownerOf(type, audience);
    for (const reach of ['own', 'team', 'all'] as const) {
      const heard = screens[reach].notes.filter(
        (note) => note.type === type && note.eventId > before && !isLast(note),
      );
      const whole = heard.filter(({ subjectId }) => subjectId !== 0);
      const whose = visible[of][reach];
      expect([type, reach, whole.map(({ subjectId }) => subjectId)]).toEqual([
        type,
        reach,
        whose.map((hand) => rows[hand][id]),
      ]);
      // Of what passes out of reach it is told that something did, and nothing of what.
      const bare = heard.filter(({ subjectId }) => subjectId === 0);
      const beyond = typeof audience === 'object' ? hands.length - whose.length : 0;
      expect([type, reach, bare.length]).toEqual([type, reach, beyond]);
      for (const note of bare) expect(note).toMatchObject({ subscriberId: null, facts: {} });
    }
  }
});

test('every event that screens hear says whose row it is about', async () => {
  const unsaid = told
    .map(([type, audience]) => [type, permissionOf(audience)] as const)
    .filter(([, who]) => !['nobody', 'signed-in', 'me'].includes(who))
    .filter(([type, who]) => !(who in owned || who in rowlessPermissions || type in rowlessEvents))
    .map(
      ([type, who]) =>
        `${type}: say in this test whose rows ${who} shows, or in rowless.ts why nobody’s`,
    );
  expect(unsaid).toEqual([]);
  // What really was told was about such rows: else its reach would have narrowed nothing.
  const types = rowEvents().map(([type]) => type);
  const { rows: about } = await sql<{ type: string; kind: string }>`
    select distinct type, subject_kind as kind from events
    where  type = any(${types}::text[]) and not facts ? 'hand'`.execute(world.ctx.db);
  expect(about.length).toBeGreaterThan(5);
  const audiences = new Map(told);
  const stray = about.filter(({ type, kind }) => {
    const audience = audiences.get(type);
    const expected = rowlessEvents[type] ?? (audience && ownerOf(type, audience).kind);
    return kind !== expected;
  });
  expect(stray).toEqual([]);
});
