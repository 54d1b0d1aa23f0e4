import { type RawBuilder, sql } from 'kysely';
import type { ImportKey } from '../presets/targets.ts';

/**
 * Who is here under a key: rows of key_value, subscriber_id (the root, for that is whom one sees)
 * and account_id, which is null for keys that name no account.
 */
export function holdersOf(key: ImportKey): RawBuilder<unknown> {
  switch (key) {
    case 'accountNumber':
      // accounts_number
      return sql`select a.number as key_value, s.root_id as subscriber_id, a.id as account_id
        from accounts a join subscribers s on s.id = a.subscriber_id`;
    case 'contractNumber':
      // accounts_contract
      return sql`select a.contract_number as key_value, s.root_id as subscriber_id,
               a.id as account_id
        from accounts a join subscribers s on s.id = a.subscriber_id
        where a.contract_number is not null`;
    case 'login':
      // Every open line is read: no index is over logins alone.
      return sql`select l.login as key_value, s.root_id as subscriber_id, a.id as account_id
        from service_lines l join accounts a on a.id = l.account_id
        join subscribers s on s.id = a.subscriber_id
        where l.login is not null and l.closed_at is null`;
    case 'externalId':
    case 'rowNumber':
      // subscribers_external
      return sql`select s.external_id as key_value, s.root_id as subscriber_id,
          null::bigint as account_id
        from subscribers s where s.external_id is not null`;
    case 'ticketNumber':
    case 'usageKey':
    case 'usageContents':
    case 'lineAtBuilding':
      throw new Error(`${key} finds no subscriber`);
    case 'phone':
    case 'email':
      // contacts_value
      return sql`select c.value as key_value, s.root_id as subscriber_id, null::bigint as account_id
        from contacts c join subscribers s on s.id = c.subscriber_id
        where c.kind = ${key} and c.removed_at is null`;
  }
}
