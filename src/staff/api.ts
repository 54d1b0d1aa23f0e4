import { keysApi } from './api/keys.ts';
import { peopleApi } from './api/people.ts';
import { rolesApi } from './api/roles.ts';
import { teamsApi } from './api/teams.ts';

export const api = { ...peopleApi, ...rolesApi, ...teamsApi, ...keysApi };
