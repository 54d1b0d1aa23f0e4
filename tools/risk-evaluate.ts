import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openTable, type OpenTable } from '../src/imports/index.ts';
import { failureText, loadTexts } from '../src/kernel/i18n/texts.ts';
import type { Failure } from '../src/kernel/result.ts';
import { type Evaluated, evaluateModels, type Loaded, loadTable } from '../src/retention/index.ts';

/**
 * npm run risk:evaluate -- FILE --target COLUMN --positive VALUE [--drop A,B]: learns from a base
 * who left, and measures each model on rows that it did not learn from: five parts, dealt out
 * twice. Prints a line of JSON a model; what is remarkable goes to the error stream.
 */
const SEEDS = [1, 2];

const texts = loadTexts(['imports', 'retention'])[
  /^ru/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'ru' : 'en'
];
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

class Refused extends Error {}

const refused = ({ code, params }: Failure): Refused =>
  new Refused(failureText(texts, code, params));

try {
  const { path, target, positive, drop } = given();
  const table = await openTable(path);
  if (!table.ok) throw refused(table.failure);
  const loaded = await loadTable(table.value, { target, positive, drop });
  if (!loaded.ok) throw refused(loaded.failure);
  tellRemarks(table.value, loaded.value);
  const evaluated = evaluateModels(loaded.value.table, loaded.value.labels, SEEDS, {
    onFold: (done, all) => warn(texts.t('retention:evaluate.fold', { done, all })),
  });
  for (const one of evaluated) process.stdout.write(`${JSON.stringify(rounded(one))}\n`);
} catch (error) {
  process.exitCode = 1;
  warn(error instanceof Error ? error.message : String(error));
}

function given(): { path: string; target: string; positive: string; drop: string[] } {
  const usage = texts.t('retention:evaluate.usage');
  try {
    const { values, positionals } = parseArgs({
      options: {
        target: { type: 'string' },
        positive: { type: 'string' },
        drop: { type: 'string', default: '' },
      },
      allowPositionals: true,
    });
    const [file] = positionals;
    const { target, positive, drop } = values;
    if (file === undefined || target === undefined || positive === undefined)
      throw new Error(usage);
    // npm runs scripts in the project's folder; names of files are meant from where one stands.
    const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
    const dropped = drop.split(',').map((name) => name.trim());
    return { path, target, positive, drop: dropped.filter((name) => name !== '') };
  } catch {
    throw new Error(usage);
  }
}

function tellRemarks(table: OpenTable, { table: { rowCount, columns }, ...loaded }: Loaded): void {
  const left = loaded.labels.reduce((sum, label) => sum + label, 0);
  warn(texts.t('retention:evaluate.read', { rows: rowCount, columns: columns.length, left }));
  if (table.brokenRows > 0) warn(texts.t('retention:evaluate.broken', { rows: table.brokenRows }));
  if (loaded.unknownRows > 0) {
    warn(texts.t('retention:evaluate.unknown', { rows: loaded.unknownRows }));
  }
  for (const column of loaded.rowNumbers) warn(texts.t('retention:evaluate.rowNumber', { column }));
}

/** Figures as people compare them; four digits after the point are more than a fold can tell. */
function rounded(one: Evaluated): object {
  return Object.fromEntries(
    Object.entries({ ...one }).map(([key, value]) => [
      key,
      typeof value === 'number' ? Number(value.toFixed(4)) : value,
    ]),
  );
}
