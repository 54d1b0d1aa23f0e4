import type { Handlers } from '../../kernel/wiring.ts';
import type { promisesApi } from '../api/promises.ts';
import { addRule } from './add-rule.ts';
import { changeRule } from './change-rule.ts';
import { listRules } from './list-rules.ts';
import { orderRules } from './order-rules.ts';
import { previewRule } from './preview-rule.ts';
import { showPromises } from './show-promises.ts';
import { takePromise } from './take-promise.ts';

export const promiseHandlers: Handlers<typeof promisesApi> = {
  'GET /api/accounts/{id}/promises': showPromises,
  'POST /api/accounts/{id}/promises': takePromise,
  'GET /api/promise-rules': listRules,
  'POST /api/promise-rules': addRule,
  'PUT /api/promise-rules/{id}': changeRule,
  'PUT /api/promise-rules/order': orderRules,
  'POST /api/promise-rules/preview': previewRule,
};
