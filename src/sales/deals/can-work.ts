import { sql, type SqlBool } from 'kysely';

/** Whether the role `r` lets its people work on deals. */
export const canWork = sql<SqlBool>`(r.code is not distinct from 'administrator'
  or r.permissions ? 'sales.work')`;
