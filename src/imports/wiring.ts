import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { erasers } from '../subscribers/index.ts';
import { api } from './api.ts';
import { changeFormat } from './change-format.ts';
import { changeMapping } from './change-mapping.ts';
import { discardImport } from './discard-import.ts';
import { dropOldFiles } from './drop-old-files.ts';
import { erasePerson } from './erase-person.ts';
import { errorFile } from './error-file.ts';
import { importErrors } from './errors.ts';
import { listPresets } from './list-presets.ts';
import { previewRows } from './preview-rows.ts';
import { listImports, listKept, listRows, showImport } from './queries.ts';
import { resumeImports, runImportJob } from './run-import-job.ts';
import { retryStep, startApply, startCheck, startUndo } from './start-step.ts';
import { uploadFile } from './upload-file.ts';

/** A change of an import answers with the import as it is then. */
const shown =
  <I>(change: (ctx: Ctx, input: I) => Promise<Result<{ id: number }>>) =>
  async (ctx: Ctx, input: I) => {
    const changed = await change(ctx, input);
    return changed.ok ? showImport(ctx, changed.value) : changed;
  };

export const wiring = defineWiring({
  domain: 'imports',
  api,
  handlers: {
    'GET /api/imports/presets': (_ctx, input) => Promise.resolve(ok(listPresets(input))),
    'POST /api/imports': async (ctx, input, upload) => {
      const made = await uploadFile(ctx, input, upload);
      return made.ok ? showImport(ctx, made.value) : made;
    },
    'GET /api/imports': listImports,
    'GET /api/imports/{id}': showImport,
    'PUT /api/imports/{id}/format': shown(changeFormat),
    'PUT /api/imports/{id}/mapping': shown(changeMapping),
    'GET /api/imports/{id}/preview': previewRows,
    'POST /api/imports/{id}/check': shown(startCheck),
    'POST /api/imports/{id}/apply': shown(startApply),
    'POST /api/imports/{id}/retry': shown(retryStep),
    'POST /api/imports/{id}/undo': shown(startUndo),
    'DELETE /api/imports/{id}': discardImport,
    'GET /api/imports/{id}/rows': listRows,
    'GET /api/imports/{id}/kept': listKept,
    'GET /api/imports/{id}/errors.csv': errorFile,
  },
  errors: importErrors,
  permissions: ['imports.run', 'imports.undo'],
  liveEvents: {
    'imports.uploaded': 'imports.run',
    'imports.progressed': 'imports.run',
    'imports.failed': 'imports.run',
    'imports.discarded': 'imports.run',
  },
  jobs: [runImportJob, dropOldFiles],
  ticks: [resumeImports],
  fills: [fill(erasers, erasePerson)],
});
