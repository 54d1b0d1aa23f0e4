import { badFileLine } from '../src/kernel/backup/manifest.ts';
import { restore } from '../src/kernel/backup/restore.ts';
import { addErasures } from '../src/kernel/files/erasures.ts';
import { runCommand, workDoneInPart } from './command.ts';

/**
 * npm run restore -- FOLDER [--erasures FILE]: fills an empty installation from a backup, and
 * erases again whom the list of erasures names: this installation's own, and the one that is given.
 * Ends with code 2 where files are missing or damaged; everything else is there then.
 */
await runCommand(
  { erasures: { type: 'string' } },
  async ({ ctx, words, options, say, warn }) => {
    const [folder] = words;
    if (!folder) throw new Error('Name the folder of a backup: npm run restore -- FOLDER');
    // Before anything is restored: a list that cannot be read must bring nobody back.
    if (typeof options['erasures'] === 'string') await addErasures(ctx.files, options['erasures']);
    const { manifest, badFiles } = await restore(ctx, folder);
    say(`restored the backup of ${manifest.createdAt}`);
    for (const file of badFiles) warn(badFileLine(file));
    if (badFiles.length === 0) return;
    warn(`${badFiles.length} files were not restored; everything else was`);
    process.exitCode = workDoneInPart;
  },
  { isEmptyBase: true },
);
