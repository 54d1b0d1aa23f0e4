import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bereg-secrets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('processes that start at once share one key, which is its owner’s alone', async () => {
  const path = join(folder, 'key');
  const [one, two] = await Promise.all([openSecrets(path), openSecrets(path)]);
  const sealed = one.seal('пароль');
  expect(two.open(sealed)).toBe('пароль');
  expect(sealed).not.toContain('пароль');
  expect(one.seal('пароль')).not.toBe(sealed);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await openSecrets(path)).open(sealed)).toBe('пароль');
});

test('another key, or a changed byte, opens nothing', async () => {
  const secrets = await openSecrets(join(folder, 'first'));
  const other = await openSecrets(join(folder, 'second'));
  const sealed = secrets.seal('пароль');
  const bytes = Buffer.from(sealed, 'base64');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  expect([other.open(sealed), secrets.open(bytes.toString('base64')), secrets.open('')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('a file that is no key is never written over', async () => {
  const path = join(folder, 'spoilt');
  await writeFile(path, 'not a key');
  await expect(openSecrets(path)).rejects.toThrow('is no key of ours');
  expect(await readFile(path, 'utf8')).toBe('not a key');
});
