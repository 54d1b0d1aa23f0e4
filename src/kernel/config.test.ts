import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { type SettingName, settings } from './settings.ts';

/**
 * Of every setting: values that it does not take, and what the message says it takes. A folder and
 * a machine's name have no wrong form; `wrong-settings.db.test.ts` tries them.
 */
const wrong: Record<Exclude<SettingName, 'BEREG_DATA_DIR'>, [string[], string]> = {
  HOST: [['my host', 'http://localhost'], 'a name or an address of this machine'],
  PORT: [['http', '-1', '65536', '80.5'], 'a whole number from 0 to 65535'],
  DATABASE_URL: [['localhost', 'mysql://a:secret@b/c'], 'postgres://user:password@host:5432/base'],
  BEREG_DEMO_SUBSCRIBERS: [['few', '-1', '2000001'], 'a whole number from 0 to 2000000'],
  BEREG_OPERATORS: [
    [
      'Main',
      '1st',
      'main;',
      'main=a.example;main=b.example',
      'main=a.example;tomsk=A.example',
      'main=https://a.example',
      'public',
      'pg_main',
    ],
    'schema=host,host;schema=host with schema names of a–z, 0–9 and _',
  ],
  BEREG_ROLES: [['server', 'web,', 'web;worker'], 'web, worker, or both with a comma'],
  BEREG_PUBLIC_URL: [
    ['bereg.example.org', 'localhost:3000', 'ftp://a.example', 'https://a.example/desk'],
    'without a path, such as https://bereg.example.org',
  ],
  BEREG_TRUST_PROXY: [['yes', '2'], 'one of true, false, 1, 0, on, off'],
  LOG_LEVEL: [['loud', 'INFO'], 'one of fatal, error, warn, info, debug, trace, silent'],
  BEREG_POOL_SIZE: [['1', '201', 'many'], 'a whole number from 2 to 200'],
  BEREG_FILES: [['disk', 'S3'], 'one of local, s3'],
  BEREG_S3_BUCKET: [['My Bucket', 'a'], 'the name of a bucket'],
  BEREG_S3_REGION: [['us east'], 'the name of a region, such as us-east-1'],
  BEREG_S3_ENDPOINT: [['s3.example.org', 's3://a'], 'such as https://s3.example.org'],
  BEREG_S3_ACCESS_KEY: [[''], 'a key that goes with BEREG_S3_SECRET_KEY'],
  BEREG_S3_SECRET_KEY: [[''], 'a key that goes with BEREG_S3_ACCESS_KEY'],
};

const secretKeys = { BEREG_S3_ACCESS_KEY: 'one', BEREG_S3_SECRET_KEY: 'two' };

/** The message that these settings are refused with. */
function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'nothing is wrong';
}

const cases = Object.entries(wrong).flatMap(([name, [values, what]]) =>
  values.map((value) => [name, value, what] as const),
);

test.each(cases)('%s=%s is refused: it takes %s', (name, value, what) => {
  const isKey = name in secretKeys;
  const lines = refusal({ ...(isKey && secretKeys), [name]: value }).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(what);
  // Whoever reads the log must find what was written wrong, unless it is a secret.
  const shown = name === 'DATABASE_URL' ? '=…' : `=${value}`;
  expect(lines[1]).toContain(`  ${name}${isKey ? ' is not given' : shown}: it takes `);
});

test('every setting is tried with a wrong value, and says what it takes', () => {
  const tried = new Set([...Object.keys(wrong), 'BEREG_DATA_DIR']);
  for (const [name, setting] of Object.entries(settings.shape)) {
    expect(tried, `give ${name} a line in the table of this test`).toContain(name);
    expect(setting.description, `describe what ${name} takes in settings.ts`).toBeTruthy();
  }
});

describe('several settings', () => {
  test('that are wrong are told together', () => {
    const message = refusal({ PORT: 'x', LOG_LEVEL: 'y', BEREG_FILES: 'z' });
    expect(message.match(/^ {2}\w+/gm)).toEqual(['  PORT', '  LOG_LEVEL', '  BEREG_FILES']);
  });

  test('of which one is of no use without another', () => {
    expect(refusal({ BEREG_FILES: 's3' })).toContain('  BEREG_S3_BUCKET is not given: it takes');
  });

  test('keep their secrets to themselves', () => {
    const message = refusal({ DATABASE_URL: 'mysql://anna:secret@base/bereg' });
    expect(message).not.toMatch(/anna|secret/);
  });
});

test('what is right is read as it is meant', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '::1',
    LOG_LEVEL: '',
    BEREG_OPERATORS: 'main; tomsk=Tomsk.example.org, www.tomsk.example.org',
    BEREG_ROLES: 'web, worker',
    BEREG_PUBLIC_URL: 'https://Bereg.example.org/',
    BEREG_TRUST_PROXY: 'on',
  });
  expect(config).toMatchObject({
    PORT: 0,
    HOST: '::1',
    LOG_LEVEL: 'info',
    BEREG_OPERATORS: [
      { schema: 'main', hosts: [] },
      { schema: 'tomsk', hosts: ['tomsk.example.org', 'www.tomsk.example.org'] },
    ],
    BEREG_ROLES: ['web', 'worker'],
    BEREG_PUBLIC_URL: 'https://bereg.example.org',
    BEREG_TRUST_PROXY: true,
  });
});
