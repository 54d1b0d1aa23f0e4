import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(fields: object): string {
  const lines: string[] = [];
  createLog('info', { write: (line) => lines.push(line) }).error(fields, 'failed');
  return lines.join('');
}

test.each(['err', 'error'])('what an error tells of a row is not written down: %s', (name) => {
  const error = new DatabaseError('invalid input syntax for type json: "Зюзюкевич"', 1, 'error');
  Object.assign(error, {
    code: '22P02',
    detail: 'Key (value)=(Зюзюкевич) already exists.',
    where: 'JSON data, line 1: {"text":"Зюзюкевич',
  });
  const line = logged({ [name]: new Error('a job failed', { cause: error }) });
  expect(line).not.toContain('Зюзюкевич');
  expect(line).toContain('22P02');
  expect(line).toContain('invalid input syntax for type json');
  expect(line).toMatch(/log\.test\.ts/);
});
