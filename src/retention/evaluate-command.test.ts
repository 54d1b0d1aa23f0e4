import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomOf } from './model/random.ts';

const run = promisify(execFile);
const command = join(import.meta.dirname, '../../tools/risk-evaluate.ts');

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'risk-evaluate-'))));
afterAll(() => rm(folder, { recursive: true }));

async function evaluate(csv: string, ...words: string[]) {
  await writeFile(join(folder, 'base.csv'), csv);
  const env = { ...process.env, INIT_CWD: folder, LC_ALL: 'ru_RU.UTF-8' };
  return run(process.execPath, [command, 'base.csv', ...words], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

/** Thirty subscribers of whom those with many tickets leave more. */
function smallBase(): string {
  const random = randomOf(3);
  const rows = Array.from({ length: 30 }, (_, row) => {
    const tickets = row % 5;
    const line = row % 7 === 0 ? '' : 'оптика';
    return [row, tickets, line, random() * 5 < tickets ? 'да' : 'нет'].join(';');
  });
  return ['номер;заявок;линия;ушёл', ...rows].join('\n');
}

test('every model is measured on thirty rows, a line of JSON each', async () => {
  const said = await evaluate(smallBase(), '--target', 'ушёл', '--positive', 'да');
  expect(said.code).toBe(0);
  expect(said.stderr).toContain('«номер»');
  const lines = said.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ model }) => model)).toEqual(['additive', 'trees', 'ridge', 'chosen']);
  for (const { auc, brier } of lines) {
    expect(auc).toBeGreaterThan(0.2);
    expect(auc).toBeLessThanOrEqual(1);
    expect(brier).toBeLessThan(0.5);
  }
});

test('what is wrong is told in words, with exit code 1', async () => {
  const said = await evaluate(smallBase(), '--target', 'ушла', '--positive', 'да');
  expect(said.code).toBe(1);
  expect(said.stderr).toContain('Столбца «ушла» нет');
});
