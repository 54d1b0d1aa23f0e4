import { backUp } from '../src/kernel/backup/back-up.ts';
import { badFileLine } from '../src/kernel/backup/manifest.ts';
import { runCommand, workDoneInPart } from './command.ts';

/**
 * npm run backup -- FOLDER: writes the operator's base and files into an empty folder. Ends with
 * code 2 where the installation itself has lost files; everything else is in the backup then.
 */
await runCommand({}, async ({ installation, ctx, words, say, warn }) => {
  const [folder] = words;
  if (!folder) throw new Error('Name an empty folder: npm run backup -- FOLDER');
  const manifest = await backUp({
    url: installation.url,
    schema: ctx.operator.schema,
    files: ctx.files,
    folder,
    now: ctx.clock.now(),
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(`${folder}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files} files`);
  const { badFiles } = manifest;
  for (const file of badFiles) warn(badFileLine(file));
  if (badFiles.length === 0) return;
  warn(`${badFiles.length} files are not in the backup; everything else is`);
  process.exitCode = workDoneInPart;
});
