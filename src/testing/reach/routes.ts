import type { Reach } from '../../kernel/context.ts';
import { accountReads, accountWrites } from './account-routes.ts';
import { caseReads, caseWrites } from './case-routes.ts';
import { dealReads, dealWrites } from './deal-routes.ts';
import { type Hand, hands, type Row, type Rows } from './rows.ts';
import { staffReads, staffWrites } from './staff-routes.ts';
import { ticketReads, ticketWrites } from './ticket-routes.ts';

/** Whose rows a reach shows, for each kind of row that belongs to somebody. */
export const visible = {
  subscribers: { own: ['mine'], team: ['mine', 'mates'], all: hands },
  /** What is nobody's yet is shown to everybody who works on them: somebody has to take it. */
  conversations: {
    own: ['mine', 'nobodys'],
    team: ['mine', 'mates', 'nobodys'],
    all: hands,
  },
  tickets: { own: ['mine'], team: ['mine', 'mates'], all: hands },
  deals: { own: ['mine'], team: ['mine', 'mates'], all: hands },
  /** Of one's own subscribers, and proposed by oneself. */
  accounts: { own: ['mine'], team: ['mine', 'mates'], all: hands },
  staff: { own: ['mine'], team: ['mine', 'mates'], all: hands },
  /** Shifts at cash desks: one's own, those of one's team. */
  shifts: { own: ['mine'], team: ['mine', 'mates'], all: hands },
  /** One is given what one's team can do; the list is the team's for whoever may assign in it. */
  teamMates: { own: ['mine', 'mates'], team: ['mine', 'mates'], all: hands },
  /** A promise is the one's who gave it, whatever else they may see. */
  promises: { own: ['mine'], team: ['mates'], all: [] },
} as const satisfies Record<string, Record<Reach, readonly Hand[]>>;

export type Kind = keyof typeof visible;

/** How a reading route shows rows: many at once, a number of them, or one by its id. */
export type Read = { of: Kind } & (
  | { shows: (row: Row) => string; asked: (rows: Rows) => object[] }
  | { counts: (body: never) => number; each: number; asked: (rows: Rows) => object[] }
  | { opens: (row: Row) => object }
);

const everything = { columns: ['name', 'phone'] };
const period = { from: '2026-03-01', to: '2026-03-03' };
const once = (input: object) => (): object[] => [input];
const forEach = (input: (row: Row) => object) => (rows: Rows) =>
  hands.map((one) => input(rows[one]));
const subscriber = ({ subscriberId: id }: Row): object => ({ id });
const document = ({ subscriberId: id, documentId }: Row): object => ({ id, documentId });
const work = (row: Row): string => row.work;
const name = (row: Row): string => row.name;
const caller = (row: Row): string => row.caller;
const targets = (rows: Rows): { ids: number[] } => ({
  ids: hands.map((one) => rows[one].subscriberId),
});

/**
 * Every route that lists, counts, opens, finds or exports rows that belong to somebody. A row of
 * subscribers is a subscriber and the twin.
 */
export const reads: Record<string, Read | readonly Read[]> = {
  'POST /api/subscribers/list': { of: 'subscribers', shows: name, asked: once(everything) },
  'POST /api/subscribers/count': {
    of: 'subscribers',
    counts: ({ count }: { count: number }) => count,
    each: 2,
    asked: once({}),
  },
  'POST /api/segments/count': {
    of: 'subscribers',
    counts: ({ count }: { count: number }) => count,
    each: 2,
    asked: once({ condition: { all: [] } }),
  },
  'GET /api/subscribers/export': {
    of: 'subscribers',
    shows: name,
    asked: once({ query: everything, format: 'csv' }),
  },
  'POST /api/risks/list': { of: 'subscribers', shows: name, asked: once({ columns: ['name'] }) },
  'GET /api/care-plan': {
    of: 'subscribers',
    counts: ({ people }: { people: number }) => people,
    each: 2,
    asked: once({ budgetMinor: 0, slots: 0 }),
  },
  'POST /api/risks/count': {
    of: 'subscribers',
    counts: ({ count }: { count: number }) => count,
    each: 2,
    asked: once({}),
  },
  'GET /api/risks/export': {
    of: 'subscribers',
    shows: name,
    asked: once({ query: { columns: ['name'] }, format: 'csv' }),
  },
  'POST /api/subscribers/bulk-changes/preview': {
    of: 'subscribers',
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: (rows) => [{ target: targets(rows) }],
  },
  'GET /api/subscribers/{id}': { of: 'subscribers', opens: subscriber },
  'GET /api/subscribers/{id}/timeline': { of: 'subscribers', opens: subscriber },
  'GET /api/subscribers/{id}/consents': { of: 'subscribers', opens: subscriber },
  'GET /api/subscribers/{id}/personal-data': { of: 'subscribers', opens: subscriber },
  'GET /api/subscribers/{id}/documents/{documentId}/scan': { of: 'subscribers', opens: document },
  'GET /api/subscribers/merges/{mergeId}': {
    of: 'subscribers',
    opens: ({ mergeId }) => ({ mergeId }),
  },
  'POST /api/subscribers/likely-duplicates': {
    of: 'subscribers',
    shows: name,
    asked: forEach(({ phone: value }) => ({ contacts: [{ kind: 'phone', value }] })),
  },
  'GET /api/subscribers/duplicates': { of: 'subscribers', shows: name, asked: once({}) },
  'GET /api/search': [
    { of: 'subscribers', shows: name, asked: forEach((row) => ({ q: row.name })) },
    { of: 'subscribers', shows: name, asked: forEach(({ phone }) => ({ q: phone })) },
    { of: 'conversations', shows: caller, asked: forEach((row) => ({ q: row.caller })) },
    { of: 'tickets', shows: work, asked: forEach((row) => ({ q: row.work })) },
    { of: 'deals', shows: ({ buyer }) => buyer, asked: forEach(({ buyer }) => ({ q: buyer })) },
  ],
  'GET /api/conversations': { of: 'conversations', shows: caller, asked: once({ queue: 'all' }) },
  'GET /api/conversations/counts': {
    of: 'conversations',
    counts: ({ all }: { all: number }) => all,
    each: 1,
    asked: once({}),
  },
  'GET /api/conversations/{id}': {
    of: 'conversations',
    opens: ({ conversationId: id }) => ({ id }),
  },
  'GET /api/conversations/{id}/earlier': {
    of: 'conversations',
    opens: ({ conversationId: id }) => ({ id, before: '2100-01-01T00:00:00Z' }),
  },
  'GET /api/conversations/{id}/pitch': {
    of: 'conversations',
    opens: ({ conversationId: id }) => ({ id }),
  },
  'GET /api/conversations/{id}/verification': {
    of: 'conversations',
    opens: ({ conversationId: id }) => ({ id }),
  },
  'GET /api/conversations/{id}/alike': {
    of: 'conversations',
    opens: ({ conversationId: id }) => ({ id }),
  },
  'GET /api/conversations/offer': { of: 'conversations', shows: caller, asked: once({}) },
  'GET /api/conversations/first-touch': {
    of: 'conversations',
    counts: ({ total }: { total: { count: number } }) => total.count,
    each: 1,
    asked: once(period),
  },
  'GET /api/conversations/first-touch/rows': {
    of: 'conversations',
    shows: caller,
    asked: once(period),
  },
  'GET /api/conversations/assignees': {
    of: 'teamMates',
    shows: ({ staffName }) => staffName,
    asked: once({}),
  },
  ...ticketReads,
  ...accountReads,
  ...dealReads,
  ...caseReads,
  ...staffReads,
  'GET /api/follow-ups': { of: 'promises', shows: caller, asked: once({}) },
};

/** A writing route, with an input that would do on a row within reach. */
export type Write = { of: Kind; input: (row: Row, rows: Rows) => object; isUpload?: true };

const write = (of: Kind, input: Write['input']): Write => ({ of, input });
const onSubscriber = (more: (row: Row) => object = () => ({})): Write =>
  write('subscribers', (row) => ({ id: row.subscriberId, ...more(row) }));
const onConversation = (more: object = {}): Write =>
  write('conversations', (row) => ({ id: row.conversationId, version: 1, ...more }));
const tomorrow = '2026-03-03T06:00:00Z';

/** What is beyond reach is not there for a writer either. What undoes others stands behind them. */
export const writes: Record<string, Write> = {
  'PATCH /api/subscribers/{id}': onSubscriber(() => ({ version: 1, note: 'Заметка' })),
  'POST /api/subscribers/{id}/notes': onSubscriber(() => ({ text: 'Заметка' })),
  'POST /api/subscribers/{id}/contacts': onSubscriber(() => ({
    kind: 'email',
    value: 'new@example.test',
  })),
  'PATCH /api/subscribers/{id}/contacts/{contactId}': onSubscriber(({ contactId }) => ({
    contactId,
    label: 'дом',
  })),
  'DELETE /api/subscribers/{id}/contacts/{contactId}': onSubscriber(({ contactId }) => ({
    contactId,
  })),
  'POST /api/subscribers/{id}/contact-persons': onSubscriber(() => ({
    name: 'Мать',
    role: 'family',
  })),
  'PATCH /api/subscribers/{id}/contact-persons/{contactPersonId}': onSubscriber(
    ({ contactPersonId }) => ({ contactPersonId, note: 'Мать' }),
  ),
  'DELETE /api/subscribers/{id}/contact-persons/{contactPersonId}': onSubscriber(
    ({ contactPersonId }) => ({ contactPersonId }),
  ),
  'POST /api/subscribers/{id}/documents': onSubscriber(() => ({ kind: 'other', number: '2' })),
  'POST /api/subscribers/{id}/documents/{documentId}/scan': {
    of: 'subscribers',
    isUpload: true,
    input: document,
  },
  'POST /api/subscribers/{id}/documents/{documentId}/scan/undo': write('subscribers', document),
  'DELETE /api/subscribers/{id}/documents/{documentId}': write('subscribers', document),
  'POST /api/subscribers/{id}/addresses': onSubscriber(() => ({ text: 'Томск, Ленина, 5' })),
  'PATCH /api/subscribers/{id}/addresses/{addressId}': onSubscriber(({ addressId }) => ({
    addressId,
    label: 'дача',
  })),
  'DELETE /api/subscribers/{id}/addresses/{addressId}': onSubscriber(({ addressId }) => ({
    addressId,
  })),
  'PUT /api/subscribers/{id}/code-word': onSubscriber(() => ({ word: 'Рябина' })),
  'DELETE /api/subscribers/{id}/code-word': onSubscriber(),
  'POST /api/subscribers/{id}/needs': onSubscriber(() => ({ kind: 'wish', text: 'Телевидение' })),
  'POST /api/subscribers/{id}/needs/{needId}/confirm': onSubscriber(({ needId }) => ({ needId })),
  'POST /api/subscribers/{id}/needs/{needId}/close': onSubscriber(({ needId }) => ({ needId })),
  'POST /api/subscribers/{id}/consents': onSubscriber(() => ({
    channel: 'sms',
    purpose: 'service',
    isGranted: true,
    source: 'звонок',
  })),
  'POST /api/households': write('subscribers', ({ subscriberId }) => ({
    kind: 'holding',
    name: 'Холдинг',
    members: [{ subscriberId }],
  })),
  'DELETE /api/households/{id}/members/{subscriberId}': write(
    'subscribers',
    ({ householdId: id, twinId: subscriberId }) => ({ id, subscriberId }),
  ),
  'POST /api/households/{id}/members': write(
    'subscribers',
    ({ householdId: id, twinId: subscriberId }) => ({ id, subscriberId }),
  ),
  'POST /api/subscribers/duplicates/judge': write(
    'subscribers',
    ({ subscriberId: firstId, twinId: secondId }) => ({ firstId, secondId, verdict: 'different' }),
  ),
  'POST /api/subscribers/merges/{mergeId}/undo': write('subscribers', ({ mergeId }) => ({
    mergeId,
  })),
  'POST /api/subscribers/{id}/merge': onSubscriber(({ twinId: fromId }) => ({ fromId })),
  'POST /api/subscribers/{id}/erase': onSubscriber((row) => ({
    confirm: `${row.name} Рубеж`,
    reason: 'request',
  })),
  'POST /api/conversations/{id}/take': onConversation(),
  'POST /api/conversations/{id}/calls': onConversation(),
  'POST /api/conversations/{id}/notes': onConversation({ text: 'Заметка' }),
  'PUT /api/conversations/{id}/labels': onConversation(),
  'POST /api/conversations/{id}/verification/code-word': onConversation({ word: 'Рябина' }),
  'POST /api/conversations/{id}/verification/codes': onConversation({ way: 'email-1' }),
  'POST /api/conversations/{id}/verification/codes/check': onConversation({ code: '000000' }),
  'POST /api/conversations/{id}/verification/let-through': onConversation({
    reason: 'Назвал договор',
  }),
  'POST /api/conversations/{id}/follow-ups': onConversation({ dueAt: tomorrow, text: 'Узнать' }),
  'POST /api/conversations/{id}/outcome': onConversation({ outcome: 'reached' }),
  'POST /api/conversations/{id}/snooze': onConversation({ until: tomorrow }),
  'POST /api/conversations/{id}/wake': onConversation(),
  'PUT /api/conversations/{id}/subscriber': onConversation({ subscriberId: null }),
  'PUT /api/conversations/{id}/pitch': onConversation({ pitchId: 1, answer: 'refused' }),
  'POST /api/conversations/{id}/close': onConversation({ isNotARequest: true, note: 'Реклама' }),
  'POST /api/conversations/{id}/reopen': onConversation(),
  'POST /api/conversations/{id}/release': onConversation(),
  'POST /api/conversations/{id}/assign': write('conversations', (row, { mine }) => ({
    id: row.conversationId,
    version: 1,
    staffId: mine.staffId,
  })),
  ...ticketWrites,
  ...accountWrites,
  ...dealWrites,
  ...caseWrites,
  ...staffWrites,
};
