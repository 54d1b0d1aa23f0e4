import { defineErrors } from '../kernel/api/define.ts';

export const workErrors = defineErrors({
  'work.view_not_found': 404,
  'work.view_not_shareable': 403,
  'work.too_many_views': 409,
});
