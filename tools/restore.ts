import { access } from 'node:fs/promises';
import { appendErasures, readErasures } from '../src/kernel/files/erasures.ts';
import { restore } from '../src/kernel/backup/restore.ts';
import { restored } from '../src/kernel/backup/restored.ts';
import { runCommand } from './command.ts';

/**
 * npm run restore -- FOLDER [--erasures FILE]: fills an empty installation from a backup, then
 * erases again whom the list of erasures names: this installation's own, and the one that is given.
 */
await runCommand(
  { erasures: { type: 'string' } },
  async ({ installation, ctx, words, options, say }) => {
    const [folder] = words;
    if (!folder) throw new Error('Name the folder of a backup: npm run restore -- FOLDER');
    const manifest = await restore({
      url: installation.url,
      schema: ctx.operator.schema,
      files: ctx.files,
      folder,
    });
    const { erasures } = options;
    if (typeof erasures === 'string') {
      await access(erasures);
      await appendErasures(ctx.files, await readErasures({ erasures }));
    }
    for (const { piece } of restored.fills) await piece(ctx);
    say(`restored the backup of ${manifest.createdAt}`);
  },
  { isEmptyBase: true },
);
