import type { Handlers } from '../../kernel/wiring.ts';
import type { groupsApi } from '../api/groups.ts';
import { downloadStatement } from './download-statement.ts';
import { groupStatement } from './group-statement.ts';
import { joinGroup } from './join-group.ts';
import { leaveGroup } from './leave-group.ts';
import { showGroup } from './show-group.ts';

export const groupHandlers: Handlers<typeof groupsApi> = {
  'GET /api/vip-groups/{id}': showGroup,
  'POST /api/vip-groups/{id}/parent': joinGroup,
  'POST /api/vip-groups/{id}/parent/end': leaveGroup,
  'GET /api/vip-groups/{id}/statement': groupStatement,
  'GET /api/vip-groups/{id}/statement/file': downloadStatement,
};
