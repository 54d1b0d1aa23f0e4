import { auditApi } from './api/audit.ts';
import { keysApi } from './api/keys.ts';
import { meApi } from './api/me.ts';
import { peopleApi } from './api/people.ts';
import { rolesApi } from './api/roles.ts';
import { shiftsApi } from './api/shifts.ts';
import { skillsApi } from './api/skills.ts';
import { statesApi } from './api/states.ts';
import { teamsApi } from './api/teams.ts';
import { welcomeApi } from './api/welcome.ts';

export const api = {
  ...meApi,
  ...peopleApi,
  ...rolesApi,
  ...statesApi,
  ...teamsApi,
  ...skillsApi,
  ...shiftsApi,
  ...keysApi,
  ...welcomeApi,
  ...auditApi,
};
