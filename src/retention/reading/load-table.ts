import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Column, Table } from '../model/table.ts';
import { isMissing } from './cells.ts';
import { kindFinder } from './column-kinds.ts';
import { columnBuilder } from './columns.ts';
import { isRowNumber } from './row-numbers.ts';

/** A table of text that can be read from its first row as often as wanted, some rows at a time. */
export type RowSource = {
  columns: readonly string[];
  rows: () => AsyncIterable<readonly (readonly string[])[]>;
};

export type Question = {
  /** The column that says who left, and how it says so. */
  target: string;
  positive: string;
  /** Columns that are not to be learnt from. */
  drop: readonly string[];
};

export type Loaded = {
  table: Table;
  /** 1 for who left. */
  labels: Uint8Array;
  /** Rows of which it is not known whether they left; they are left out. */
  unknownRows: number;
  /** Columns that only number the rows; they are left out. */
  rowNumbers: string[];
};

/** Fewer of one kind are not enough to learn from and to measure on. */
const LEAST_OF_A_KIND = 2;

/** A table of text that can be read from the first row again and again. */
export async function loadTable(source: RowSource, question: Question): Promise<Result<Loaded>> {
  const { columns } = source;
  const missing = [question.target, ...question.drop].find((name) => !columns.includes(name));
  if (missing !== undefined) {
    return fail('retention.no_such_column', { column: missing, columns: columns.join(', ') });
  }
  const targetAt = columns.indexOf(question.target);
  const taken = columns.flatMap((name, at) =>
    at === targetAt || question.drop.includes(name) ? [] : [at],
  );
  if (taken.length === 0) return fail('retention.no_features');
  const finder = kindFinder(columns.length);
  for await (const rows of source.rows()) for (const cells of rows) finder.look(cells);
  const kinds = finder.kinds();
  const builders = taken.map((at) => ({
    at,
    ...columnBuilder(columns[at] ?? '', kinds[at] ?? 'words'),
  }));
  const answers = new Map<string, number>();
  const labels: number[] = [];
  let unknownRows = 0;
  for await (const rows of source.rows()) {
    for (const cells of rows) {
      const answer = (cells[targetAt] ?? '').trim();
      if (isMissing(answer)) {
        unknownRows += 1;
        continue;
      }
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      labels.push(isSame(answer, question.positive) ? 1 : 0);
      for (const { at, add } of builders) add(cells[at] ?? '');
    }
  }
  const trouble = troubleWith(question, answers, labels);
  if (trouble) return trouble;
  const found = builders.map(({ column }) => column());
  return ok({
    ...withoutRowNumbers(found, labels.length),
    labels: Uint8Array.from(labels),
    unknownRows,
  });
}

/** `1` and `1.0` say the same, and so do `Yes` and `yes`. */
function isSame(answer: string, positive: string): boolean {
  const [one, other] = [answer.toLowerCase(), positive.trim().toLowerCase()];
  return one === other || (other !== '' && one !== '' && Number(one) === Number(other));
}

function troubleWith(
  { target, positive }: Question,
  answers: ReadonlyMap<string, number>,
  labels: readonly number[],
) {
  if (labels.length === 0) return fail('retention.no_rows', { column: target });
  const left = labels.filter((label) => label === 1).length;
  const found = [...answers.keys()].slice(0, 10).join(', ');
  const rows = labels.length;
  if (left === 0)
    return fail('retention.no_such_value', { column: target, value: positive, found });
  if (left === rows) return fail('retention.one_class', { column: target, value: positive });
  if (Math.min(left, rows - left) < LEAST_OF_A_KIND || rows < 10) {
    return fail('retention.too_few', { rows, left, stayed: rows - left });
  }
  return null;
}

function withoutRowNumbers(
  columns: readonly Column[],
  rowCount: number,
): Pick<Loaded, 'table' | 'rowNumbers'> {
  const numbering = columns.filter((column) => isRowNumber(column));
  return {
    table: { rowCount, columns: columns.filter((column) => !numbering.includes(column)) },
    rowNumbers: numbering.map(({ name }) => name),
  };
}
