import { caller } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const { useRead, useWrite } = hooks(caller<typeof api>());
