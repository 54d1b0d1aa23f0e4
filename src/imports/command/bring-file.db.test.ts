import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { runToEnd } from '../testing/server-process.ts';

// Each command is a whole process.
vi.setConfig({ testTimeout: 240_000 });

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const run = (...args: string[]) => runToEnd(world, 'tools/import.ts', args);

const subscribers = async (): Promise<number> => {
  const { rowCount } = await world.ctx.pool.query('select from subscribers');
  return rowCount ?? 0;
};

test('a file is checked, applied and taken back from the terminal', async () => {
  const folder = world.installation.config.dataDir;
  await writeFile(
    join(folder, 'base.csv'),
    'Лицевой счёт;ФИО;Баланс\n1;Первая Анна;0\n2;Вторая Анна;=1+1\n3;Третья Анна;5\n',
  );
  const dry = await run('base.csv', '--dry-run');
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.output).toMatch(/Новых: 2[^]*Ошибки: 1[^]*--apply 1/);
  expect(await readFile(join(folder, 'base-errors.csv'), 'utf8')).toContain(`'=1+1`);
  expect(await subscribers()).toBe(0);
  expect((await run('--apply', '1')).output).toMatch(/Добавлено: 2[^]*--undo 1/);
  expect(await subscribers()).toBe(2);
  expect(await run('--undo', '1')).toMatchObject({ code: 0 });
  expect(await subscribers()).toBe(0);
  await writeFile(join(folder, 'desk.csv'), '№ заявки;Тема;Статус\n7;Нет связи;закрыт\n');
  const tickets = await run('desk.csv', '--kind', 'tickets');
  expect(tickets.output).toMatch(/Номер в прежней системе[^]*Добавлено: 1\n[^]*Уже есть: 0/);
  const missing = await run('none.csv');
  expect(missing).toMatchObject({ code: 1 });
  expect(missing.output).toContain('none.csv нет');
});
