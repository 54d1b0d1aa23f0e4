import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '..', 'dist');
const kB = 1000;

// What a screen may weigh on the wire before it can be used on a slow office line.
const budgets = { firstScripts: 230 * kB, firstStyles: 45 * kB, lazyChunk: 40 * kB };
const chartLibraries = /uplot|charts?[-.]/;

/**
 * Weighs the built web app as the browser loads it: the first page with everything it imports at
 * once, and each part loaded later by itself. Chart libraries are exempt: they load after the page.
 */
export async function checkBudgets() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry);
  if (entries.length === 0) throw new Error('The manifest of the web app names no entry.');
  const measures = [
    ...entries.flatMap((entry) => firstLoad(manifest, entry)),
    ...Object.values(manifest)
      .filter((chunk) => chunk.isDynamicEntry && !chartLibraries.test(chunk.file))
      .map(({ file }) => ({ name: file, bytes: weigh([file]), budget: budgets.lazyChunk })),
  ];
  const tooHeavy = measures.filter(({ bytes, budget }) => bytes > budget);
  for (const { name, bytes, budget } of tooHeavy) {
    console.log(`   ${name}: ${inKb(bytes)} of ${inKb(budget)} — load a part of it later`);
  }
  const [first] = measures;
  console.log(`   first load: ${inKb(first.bytes)} of scripts, ${measures.length - 2} lazy parts`);
  return { passed: measures.length - tooHeavy.length, failed: tooHeavy.length };
}

function firstLoad(manifest, entry) {
  const chunks = importedAtOnce(manifest, entry);
  const scripts = chunks.map(({ file }) => file);
  const styles = [...new Set(chunks.flatMap(({ css = [] }) => css))];
  return [
    { name: `${entry.src}, scripts`, bytes: weigh(scripts), budget: budgets.firstScripts },
    { name: `${entry.src}, styles`, bytes: weigh(styles), budget: budgets.firstStyles },
  ];
}

function importedAtOnce(manifest, entry) {
  const seen = new Set();
  const waiting = [entry];
  while (waiting.length > 0) {
    const chunk = waiting.pop();
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    waiting.push(...(chunk.imports ?? []).map((key) => manifest[key]));
  }
  return [...seen];
}

function weigh(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}

function inKb(bytes) {
  return `${(bytes / kB).toFixed(1)} kB`;
}
