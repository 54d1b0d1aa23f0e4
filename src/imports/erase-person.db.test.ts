import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restored } from '../kernel/backup/restored.ts';
import { api as subscribersApi } from '../subscribers/api.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { dropOldFiles } from './drop-old-files.ts';
import { importSteps } from './testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
  steps = importSteps(world, me.as);
});
afterAll(() => world.close());

const header = 'Код абонента;ФИО;Телефон;Статус;Примечание\n';
const secret = 'Тайнова';
const own = `K-7001;${secret} Мария;8 913 000-70-01;ушёл;`;
const mapping = ['externalId', 'fullName', 'phone', 'status', 'note'].map((target) =>
  target === 'status' ? { target, values: { ушёл: 'left' } } : { target },
);

async function bring(rows: string, isApplied = true, fileName = 'base.csv'): Promise<number> {
  const { id } = (await steps.upload(header + rows, fileName)).body;
  await steps.map(id, { mapping, key: 'externalId' });
  await steps.check(id);
  if (isApplied) await steps.apply(id);
  return id;
}

async function erase(name: string): Promise<number> {
  const { id } = await world.ctx.db
    .selectFrom('subscribers')
    .select('id')
    .where('displayName', '=', name)
    .where('erasedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const input = { id, confirm: name, reason: 'request', isBeforeRetention: true } as const;
  const erased = await world.via(subscribersApi)('POST /api/subscribers/{id}/erase', input, me.as);
  expect(erased.status).toBe(200);
  await world.runJobs();
  return id;
}

/** The tables of imports in which a word stands. */
async function tablesWith(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of ['imports', 'import_rows', 'import_changes', 'files']) {
    const { rowCount } = await world.ctx.pool.query(
      `select from "${table}" t where t::text ilike '%' || $1 || '%' limit 1`,
      [word],
    );
    if (rowCount) found.push(table);
  }
  return found;
}

const isFileThere = async (importId: number): Promise<boolean> => {
  const { rows } = await world.ctx.pool.query<{ key: string; erasedAt: Date | null }>(
    `select f.key, f.erased_at as "erasedAt" from files f join imports i on i.file_id = f.id
     where i.id = $1`,
    [importId],
  );
  const isOnDisk = await world.ctx.files.disk.exists(rows[0]?.key ?? '');
  expect(isOnDisk).toBe(rows[0]?.erasedAt === null);
  return isOnDisk;
};

test('an erasure reaches the files, the waiting rows and the former values of imports', async () => {
  const brought = await bring(`${own}\nK-7002;Соседова Анна;8 913 000-70-02;;\n`);
  const changed = await bring(`${own}${secret} просила не звонить\n`);
  const refused = await bring(
    `;${secret} Мария;8 913 000-70-01;;\nK-7003;Чужая Инна;спросить;;\nK-7001;X;8 9130007001;;\n`,
    false,
  );
  const strange = await bring(
    'K-7004;Посторонняя Зоя;8 913 000-70-04;;\n',
    false,
    `${secret} и 8-913-000-70-01.csv`,
  );
  expect(await tablesWith(secret)).toEqual(['imports', 'import_rows', 'import_changes', 'files']);
  const id = await erase(`${secret} Мария`);
  expect(await tablesWith(secret)).toEqual([]);
  expect(await tablesWith('9130007001')).toEqual([]);
  expect(await Promise.all([brought, changed, refused, strange].map(isFileThere))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  const listed = await world.via(api)(
    'GET /api/imports/{id}/rows',
    { id: refused, only: 'errors' },
    me.as,
  );
  expect(listed.body.rows.map((row) => row.problems[0]?.code)).toEqual([
    'imports.row_erased',
    'imports.row_erased',
  ]);
  // What is left can be applied and undone, and brings nobody back.
  expect(await steps.apply(refused)).toMatchObject({ state: 'applied', counts: { created: 1 } });
  for (const one of [refused, changed, brought]) await steps.undo(one);
  const card = await world.via(subscribersApi)('GET /api/subscribers/{id}', { id }, me.as);
  expect(card.body).toMatchObject({ displayName: '', contacts: [] });
});

test('a backup that still holds the file is restored without it', async () => {
  const brought = await bring('K-7101;Возвратова Инна;8 913 000-71-01;ушёл;\n');
  const id = await erase('Возвратова Инна');
  // As a backup of the day before has it: the person, and the file with its row.
  const { fileId } = await world.ctx.db
    .updateTable('imports')
    .set({ state: 'applied' })
    .where('id', '=', brought)
    .returning('fileId')
    .executeTakeFirstOrThrow();
  const file = await world.ctx.db
    .updateTable('files')
    .set({ erasedAt: null })
    .where('id', '=', fileId)
    .returning('key')
    .executeTakeFirstOrThrow();
  const path = join(world.ctx.files.temporary, 'from-the-backup.csv');
  await writeFile(path, `${header}K-7101;Возвратова Инна`);
  await world.ctx.files.disk.putFile(file.key, path, { contentType: 'text/csv' });
  await world.ctx.db
    .updateTable('subscribers')
    .set({ displayName: 'Возвратова Инна', erasedAt: null })
    .where('id', '=', id)
    .execute();
  for (const { piece } of restored.fills) await piece(world.ctx);
  expect(await isFileThere(brought)).toBe(false);
});

test('files go a month after the last step; what nobody went on with goes as a whole', async () => {
  const applied = await bring('K-7201;Давняя Анна;спросить;;\n');
  const checked = await bring('K-7202;Забытая Анна;8 913 000-72-02;;\n', false);
  world.clock.advance({ seconds: 29 * 86_400 });
  await dropOldFiles.run(world.ctx, {});
  expect(await isFileThere(applied)).toBe(true);
  world.clock.advance({ seconds: 2 * 86_400 });
  await dropOldFiles.run(world.ctx, {});
  expect(await isFileThere(applied)).toBe(false);
  const gone = await world.via(api)('GET /api/imports/{id}', { id: checked }, me.as);
  expect(gone.body.code).toBe('imports.not_found');
  expect((await steps.undo(applied)).state).toBe('undone');
});
