import { restore } from '../src/kernel/backup/restore.ts';
import { restored } from '../src/kernel/backup/restored.ts';
import { runCommand } from './command.ts';

/** npm run restore -- FOLDER: fills an empty installation from a backup. */
await runCommand(
  {},
  async ({ installation, ctx, words, say }) => {
    const [folder] = words;
    if (!folder) throw new Error('Name the folder of a backup: npm run restore -- FOLDER');
    const manifest = await restore({
      url: installation.url,
      schema: ctx.operator.schema,
      files: ctx.files,
      folder,
    });
    for (const { piece } of restored.fills) await piece(ctx);
    say(`restored the backup of ${manifest.createdAt}`);
  },
  { isEmptyBase: true },
);
