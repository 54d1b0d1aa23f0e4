import { sql } from 'kysely';

const joins = `
  left join ledger_accounts held_in on held_in.account_id = a.id
  left join ledger_balances stands on stands.ledger_account_id = held_in.id
  left join promises promised on promised.account_id = a.id and promised.state = 'open'
  left join trust_limits trusted on trusted.account_id = a.id`;

const untrusted = `(coalesce(stands.balance_minor, 0) + a.credit_limit_minor
  + coalesce(promised.amount_minor - promised.paid_minor, 0))`;

const available = `(${untrusted} + coalesce(trusted.limit_minor, 0))`;

/** Goes after `accounts a`: what `availableMinor` reads. */
export const availableJoins = sql.raw(joins);

/** Without what is trusted by the rule of trust: what of that is used, is what is missing here. */
export const untrustedMinor = sql.raw(untrusted);

/**
 * What an account may still spend before it is short of money: what stands on it, what it is
 * trusted with, and what it has promised and not paid yet. Below zero it is short. Whatever asks
 * whether service is paid for asks this.
 */
export const availableMinor = sql.raw(available);

/** The same for the columns of a list. */
export const availableInList = { joins, value: available };
