import { backUp } from '../src/kernel/backup/back-up.ts';
import { runCommand } from './command.ts';

/** npm run backup -- FOLDER: writes the operator's base and files into an empty folder. */
await runCommand({}, async ({ installation, ctx, words, say }) => {
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
});
