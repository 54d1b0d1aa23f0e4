import { readFileSync } from 'node:fs';
import { must } from '../../kernel/result.ts';
import { type Loaded, loadTable, type Question } from '../reading/load-table.ts';

/** Reads a base whose cells hold neither commas nor line breaks. */
export async function loadSample(path: string, question: Question): Promise<Loaded> {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const [columns = [], ...rows] = lines.map((line) =>
    line.split(',').map((cell) => cell.replaceAll('"', '')),
  );
  const source = {
    columns,
    async *rows() {
      yield rows;
    },
  };
  return must(await loadTable(source, question));
}
