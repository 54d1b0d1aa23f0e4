import { resolve } from 'node:path';
import { bringFile, goOnWith, undoImport } from '../src/imports/index.ts';
import { failureText, textsIn } from '../src/kernel/i18n/texts.ts';
import { runCommand } from './command.ts';

/**
 * npm run import -- FILE [--kind tickets|usage] [--preset P] [--key K] [--city C] [--dry-run]
 * [--errors FILE]: brings a base, or the tickets of another help desk, in as the wizard does.
 * --apply N applies what a dry run checked, or goes on with what was cut off; --undo N takes a
 * whole import back.
 */
await runCommand(
  {
    kind: { type: 'string' },
    preset: { type: 'string' },
    key: { type: 'string' },
    city: { type: 'string' },
    errors: { type: 'string' },
    apply: { type: 'string' },
    undo: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  async ({ ctx, words, options, say }) => {
    // npm runs scripts in the project's folder; names of files are meant from where one stands.
    const folder = process.env['INIT_CWD'] ?? process.cwd();
    const text = (name: string): string | undefined => {
      const value = options[name];
      return typeof value === 'string' ? value : undefined;
    };
    const errorsPath = text('errors');
    const errors = { folder, path: errorsPath && resolve(folder, errorsPath) };
    const [undo, apply] = [text('undo'), text('apply')];
    const { t } = textsIn(ctx.language);
    const numberOf = (value: string): number => {
      if (/^\d{1,15}$/.test(value)) return Number(value);
      throw new Error(t('imports:command.usage'));
    };
    const run = () => {
      if (undo !== undefined) return undoImport(ctx, numberOf(undo), say);
      if (apply !== undefined) return goOnWith(ctx, numberOf(apply), errors, say);
      const [file] = words;
      if (file === undefined) throw new Error(t('imports:command.usage'));
      return bringFile(
        ctx,
        {
          path: resolve(folder, file),
          kind: text('kind'),
          preset: text('preset'),
          key: text('key'),
          city: text('city'),
          isDryRun: options['dry-run'] === true,
          errors,
        },
        say,
      );
    };
    const done = await run();
    if (done.ok) return;
    const { code, params } = done.failure;
    throw new Error(failureText(textsIn(ctx.language), code, params));
  },
);
