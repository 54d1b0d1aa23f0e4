import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { ClusterIds } from '../../../subscribers/index.ts';

/**
 * Takes a person out of the papers of their accounts: who pays, and what somebody wrote in words.
 * Numbers, days and sums stay, as the law on accounting wants.
 */
export async function forgetOnPapers(ctx: Ctx, ids: ClusterIds): Promise<void> {
  const theirs = sql`account_id in (
    select id from accounts where subscriber_id = any(${ids}::bigint[]))`;
  await sql`delete from payer_details where ${theirs}`.execute(ctx.db);
  // papers_account (account_id, id desc)
  await sql`
    update papers
    set    payer = payer || '{"name": "", "taxNumber": "", "taxReasonCode": "",
                              "registrationNumber": "", "address": ""}',
           content = jsonb_set(content, '{lines}', coalesce(
             (select jsonb_agg(line || '{"words": ""}' order by at)
              from   jsonb_array_elements(content->'lines') with ordinality as l(line, at)),
             '[]'))
    where  ${theirs}`.execute(ctx.db);
}
