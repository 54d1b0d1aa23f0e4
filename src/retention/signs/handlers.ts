import type { Handlers } from '../../kernel/wiring.ts';
import type { signsApi } from '../api/signs.ts';
import { changeSign } from './change-sign.ts';
import { listSigns } from './list-signs.ts';
import { previewSign } from './preview-sign.ts';

export const signHandlers: Handlers<typeof signsApi> = {
  'GET /api/leaving-signs': listSigns,
  'GET /api/leaving-signs/{kind}/preview': previewSign,
  'PUT /api/leaving-signs/{kind}': changeSign,
};
