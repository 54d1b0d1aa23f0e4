import type { Handlers } from '../../kernel/wiring.ts';
import type { scriptsApi } from '../api/scripts.ts';
import { archiveScript } from './archive-script.ts';
import { createScript } from './create-script.ts';
import { dropDraft } from './drop-draft.ts';
import { listScripts } from './list-scripts.ts';
import { openScript } from './open-script.ts';
import { openVersion } from './open-version.ts';
import { publishDraft } from './publish-draft.ts';
import { returnToVersion } from './return-to-version.ts';
import { saveDraft } from './save-draft.ts';
import { useScript } from './use-script.ts';

export const scriptHandlers: Handlers<typeof scriptsApi> = {
  'GET /api/sale-scripts': listScripts,
  'POST /api/sale-scripts': createScript,
  'GET /api/sale-scripts/{id}': openScript,
  'GET /api/sale-scripts/{id}/versions/{number}': openVersion,
  'PUT /api/sale-scripts/{id}/draft': saveDraft,
  'DELETE /api/sale-scripts/{id}/draft': dropDraft,
  'POST /api/sale-scripts/{id}/publish': publishDraft,
  'PUT /api/sale-scripts/{id}/current': returnToVersion,
  'POST /api/sale-scripts/{id}/use': useScript,
  'POST /api/sale-scripts/{id}/archive': archiveScript,
};
