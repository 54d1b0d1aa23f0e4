import { sql } from 'kysely';

/** Goes after `accounts a` and `holderJoins`: what papers say of who pays, beyond the record. */
export const payerJoins = sql`left join payer_details payer on payer.account_id = a.id`;

const told = (own: string, record: string) =>
  sql.raw(`coalesce(nullif(payer.${own}, ''), ${record})`);

/** Who pays as a paper keeps it: what was said of the account, else what the record knows. */
export const payerOnPaper = sql`jsonb_build_object(
  'account', a.number, 'contract', a.contract_number, 'contractOn', a.contract_on,
  'name', ${told('name', 'r.display_name')},
  'taxNumber', ${told('tax_number', `coalesce(r.tax_number, '')`)},
  'taxReasonCode', coalesce(payer.tax_reason_code, ''),
  'registrationNumber', coalesce(payer.registration_number, ''),
  'address', coalesce(payer.address, ''))`;
