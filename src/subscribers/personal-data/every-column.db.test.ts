import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { sendFile } from '../../testing/upload.ts';
import { contactKinds, subscriberKinds, subscriberStatuses } from '../api/kinds.ts';

/**
 * Every column of a table about a person is told to that person and goes with an erasure. Whoever
 * adds one fills it in `addKnown`, and adds it to record/columns.ts (a field of the record) or to
 * personal-data/own-sections.ts and forget.ts, or here, with the reason.
 */
const sections: Record<string, string> = {
  subscribers: 'record',
  contacts: 'contacts',
  code_words: 'codeWord',
  contact_persons: 'contactPersons',
  documents: 'documents',
  needs: 'needs',
  consents: 'consents',
  service_addresses: 'addresses',
  household_members: 'households',
  personal_history: 'history',
};

const ours = 'our own number or mark, which says nothing of the person';
const work = 'who of the staff did it: about our work, not about the person';
const byName = 'told by its name instead of its number';

/** Columns that an export does not name. */
const notTold: Record<string, string> = {
  'subscribers.owner_staff_id': work,
  'subscribers.team_id': work,
  'subscribers.merged_into_id': 'rows of a cluster are told together',
  'subscribers.root_id': 'rows of a cluster are told together',
  'subscribers.import_id': ours,
  'subscribers.version': ours,
  'subscribers.erased_at': 'of an erased person nothing is left to tell',
  'code_words.hash': 'a hash, out of which nobody reads the word',
  'code_words.set_by': work,
  'contacts.contact_person_id': 'told with the contact persons',
  'contacts.is_primary': ours,
  'contacts.import_id': ours,
  'documents.file_id': byName,
  'documents.former_file_id': byName,
  'documents.import_id': ours,
  'documents.replaced_at': ours,
  'needs.noted_by': work,
  'consents.recorded_by': work,
  'service_addresses.premise_id': 'told as town, street, house and flat',
  'service_addresses.is_primary': ours,
  'service_addresses.import_id': ours,
  'household_members.household_id': byName,
  'personal_history.event_id': ours,
};

/** Columns of rows that stay, for others count on them, and what they may still hold. */
const stays: Record<string, string> = {
  'subscribers.kind': 'a person or an organisation: names nobody',
  'subscribers.status': 'figures of past months count on it',
  'subscribers.customer_since': 'figures of past months count on it',
  'subscribers.left_on': 'figures of past months count on it',
  'subscribers.owner_staff_id': work,
  'subscribers.team_id': work,
  'subscribers.merged_into_id': 'an old number says that the person was erased',
  'subscribers.root_id': 'an old number says that the person was erased',
  'subscribers.import_id': ours,
  'subscribers.version': ours,
  'subscribers.created_at': 'a restored backup is erased again by it',
  'subscribers.updated_at': 'when it was erased',
  'subscribers.erased_at': 'when it was erased',
  'service_addresses.raw_text': 'a dash in place of the address',
  'service_addresses.is_primary': ours,
  'service_addresses.import_id': ours,
  'service_addresses.created_at': 'an account may point at the row',
  'service_addresses.removed_at': 'an account may point at the row',
};

type Row = Record<string, unknown>;
let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;
let columns = new Map<string, string[]>();
let id = 0;

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld({ colour: 'text' }));
  columns = await columnsOfSchema();
  id = await addKnown();
});
afterAll(() => world.close());

/** The columns of each table, as schema.sql states them. */
async function columnsOfSchema(): Promise<Map<string, string[]>> {
  const text = await readFile('schema.sql', 'utf8');
  const tables = [...text.matchAll(/^create table (\w+) \(\n(.*?)^\)/gms)];
  return new Map(
    tables.map(([, table = '', body = '']) => [
      table,
      [...body.matchAll(/^ {2}([a-z]\w*) /gm)].map(([, column = '']) => column),
    ]),
  );
}

/** Somebody of whom everything is known that can be. */
async function addKnown(): Promise<number> {
  const known = await add({
    lastName: 'Котова',
    firstName: 'Анна',
    middleName: 'Юрьевна',
    birthOn: '1988-04-12',
    taxNumber: '7017',
    status: 'left',
    customerSince: '2015-01-01',
    leftOn: '2020-01-01',
    externalId: 'K-1',
    note: 'Вежлива',
    attributes: { colour: 'синий' },
    contacts: [{ kind: 'phone', value: '+79131110001' }],
    addresses: [{ text: 'Мира 1-1', label: 'дача' }],
    documents: [{ kind: 'passport', number: '6901', issuedBy: 'УВД', issuedOn: '2010-01-01' }],
  });
  const at = { id: known };
  await call('POST /api/subscribers/{id}/contact-persons', { ...at, name: 'Юрий', role: 'family' });
  await call('PUT /api/subscribers/{id}/code-word', { ...at, word: 'Рябина', hint: 'дерево' });
  await call('POST /api/subscribers/{id}/needs', { ...at, kind: 'wish', text: 'Статический IP' });
  await call('POST /api/subscribers/{id}/consents', {
    ...at,
    channel: 'sms',
    purpose: 'advertising',
    isGranted: true,
    source: 'договор',
  });
  const members = [{ subscriberId: known }];
  await call('POST /api/households', { kind: 'household', name: 'Котовы', members });
  await call('POST /api/subscribers/{id}/notes', { ...at, text: 'Просила перезвонить' });
  const { body } = await call('GET /api/subscribers/{id}', at);
  const scan = `/api/subscribers/${known}/documents/${body.documents[0]?.id ?? 0}/scan`;
  const file = { name: 'паспорт.pdf', type: 'application/pdf', content: '%PDF-1.7' };
  await sendFile(world, scan, file, me.as);
  return known;
}

const camel = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

async function rowsOf(table: string): Promise<Row[]> {
  const key = table === 'subscribers' ? 'id' : 'subscriber_id';
  const { rows } = await world.ctx.pool.query<Row>(`select * from "${table}" where ${key} = $1`, [
    id,
  ]);
  return rows;
}

/** What an erasure has to empty: every column that is neither a key nor among `stays`. */
async function erasableCells(): Promise<{ row: string; name: string; value: unknown }[]> {
  const tables = Object.keys(sections);
  const rows = await Promise.all(tables.map(rowsOf));
  return tables.flatMap((table, at) =>
    (rows[at] ?? []).flatMap((row) =>
      Object.entries(row)
        .filter(([column]) => column !== 'id' && column !== 'subscriber_id')
        .map(([column, value]) => ({
          row: JSON.stringify([at, row['id']]),
          name: `${table}.${column}`,
          value,
        }))
        .filter(({ name }) => !(name in stays)),
    ),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || JSON.stringify(value) === '{}';

test('every column about a person is in the person’s export, or it is said why not', async () => {
  const { body } = await call('GET /api/subscribers/{id}/personal-data', { id, format: 'json' });
  const told = (body as unknown as { sections: { section: string; rows: Row[] }[] }).sections;
  const missing = Object.entries(sections).flatMap(([table, section]) => {
    const keys = Object.keys(told.find((one) => one.section === section)?.rows[0] ?? {});
    return (columns.get(table) ?? [])
      .filter((column) => column !== 'id' && column !== 'subscriber_id')
      .filter((column) => !keys.includes(camel(column)) && !(`${table}.${column}` in notTold))
      .map((column) => `${table}.${column}`);
  });
  expect(missing).toEqual([]);
});

test('the page for the person speaks in words, former values too', async () => {
  const { body: card } = await call('GET /api/subscribers/{id}', { id });
  const change = { id, version: card.version, note: 'Строга', birthOn: '1988-04-13' };
  await call('PATCH /api/subscribers/{id}', change);
  const { body } = await call('GET /api/subscribers/{id}/personal-data', { id });
  const page = (body as unknown as string).replace(/<script.*<\/script>/s, '');
  for (const words of [
    '<th>Полное имя</th>',
    '<td>Человек</td>',
    '<td>Ушёл</td>',
    '<td>13.04.1988</td>',
    '<td>Телефон</td>',
    '<td>Паспорт</td>',
    '<td>СМС</td>',
    '<td>Да</td>',
    'Дата рождения: 12.04.1988 → 13.04.1988',
    'Примечание: Вежлива → Строга',
  ]) {
    expect(page).toContain(words);
  }
  expect(page).not.toMatch(/person|before|"note"|wish|passport|family/);
});

test('every column about a person is empty after an erasure, or it is said why not', async () => {
  const before = await erasableCells();
  const confirm = 'Котова Анна Юрьевна';
  const done = await call('POST /api/subscribers/{id}/erase', { id, confirm, reason: 'request' });
  expect(done.status).toBe(200);
  const after = await erasableCells();
  const rowsThere = new Set(after.map(({ row }) => row));
  // In a row that stays, a column that was empty all along proves nothing: addKnown is to fill it.
  const unproven = before.filter(({ row, value }) => rowsThere.has(row) && isEmpty(value));
  expect(unproven.map(({ name }) => name)).toEqual([]);
  const left = after.filter(({ value }) => !isEmpty(value));
  expect(left.map(({ name }) => name)).toEqual([]);
});

test('exceptions name columns that are there', () => {
  const all = Object.keys(sections).flatMap((table) =>
    (columns.get(table) ?? []).map((column) => `${table}.${column}`),
  );
  const named = [...Object.keys(notTold), ...Object.keys(stays)];
  expect(named.filter((name) => !all.includes(name))).toEqual([]);
});

test('the checks of the database hold the same kinds and statuses as the program', async () => {
  const text = await readFile('schema.sql', 'utf8');
  const list = (column: string, values: readonly string[]): string =>
    `CHECK ((${column} = ANY (ARRAY[${values.map((one) => `'${one}'::text`).join(', ')}])))`;
  expect(text).toContain(list('kind', subscriberKinds));
  expect(text).toContain(list('status', subscriberStatuses));
  expect(text).toContain(list('kind', contactKinds));
});
