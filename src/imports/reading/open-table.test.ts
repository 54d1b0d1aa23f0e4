import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable } from './open-table.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'open-table-'))));
afterAll(() => rm(folder, { recursive: true }));

async function opened(bytes: Buffer | string) {
  const path = join(folder, 'base.csv');
  await writeFile(path, bytes);
  const table = await openTable(path);
  if (!table.ok) return table.failure.code;
  const rows: string[][] = [];
  for await (const some of table.value.rows()) rows.push(...some);
  return { columns: table.value.columns, rows, broken: table.value.brokenRows };
}

const text = 'тариф;ушёл\nДомашний быстрый;да\n"Сельский; простой";нет\n';

describe('a table is opened however it is written', () => {
  test.each([
    ['windows-1251', iconv.encode(text, 'windows-1251')],
    ['UTF-8 with a mark', `\uFEFF${text}`],
  ])('in %s', async (_, bytes) => {
    expect(await opened(bytes)).toEqual({
      columns: ['тариф', 'ушёл'],
      rows: [
        ['Домашний быстрый', 'да'],
        ['Сельский; простой', 'нет'],
      ],
      broken: 0,
    });
  });

  test('rows that cannot be read are passed over and counted', async () => {
    expect(await opened('a,b\n1,2\n3\n\n5,6\n')).toMatchObject({
      rows: [
        ['1', '2'],
        ['5', '6'],
      ],
      broken: 1,
    });
  });

  test('no file, and nothing in it, are told', async () => {
    expect(await opened('')).toBe('imports.file_empty');
    expect(await openTable(join(folder, 'none.csv'))).toMatchObject({
      failure: { code: 'imports.no_such_file' },
    });
  });
});
