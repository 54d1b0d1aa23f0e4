import { type RawBuilder, sql } from 'kysely';

/** Whether a number of a case was let go with no account that ends. port_notices_case */
export const hasLetNumberGo = (caseId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  exists (select from port_notices g
          where  g.case_id = ${caseId} and g.decision = 'accepted' and g.account_id is null)`;
