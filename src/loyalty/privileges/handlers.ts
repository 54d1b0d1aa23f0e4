import type { Handlers } from '../../kernel/wiring.ts';
import type { privilegesApi } from '../api/privileges.ts';
import { changePrivileges } from './change-privileges.ts';
import { showPrivileges } from './show-privileges.ts';
import { tryPrivileges } from './try-privileges.ts';

export const privilegeHandlers: Handlers<typeof privilegesApi> = {
  'GET /api/loyalty/privileges': showPrivileges,
  'PUT /api/loyalty/privileges': changePrivileges,
  'POST /api/loyalty/privileges/try': tryPrivileges,
};
