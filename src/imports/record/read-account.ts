import { isCurrency, parseMoney, type Currency } from '../../kernel/money/index.ts';
import { normaliseIp, normaliseLogin, normaliseMac } from '../../subscribers/index.ts';
import { isEmptyDate, readStoredDate } from '../reading/read-date.ts';
import { readYesNo } from '../reading/read-yes-no.ts';
import { type CellReader, type Draft, type MappedColumn, fitted, refuse, warn } from './reader.ts';

const MAX_NUMBER_CHARS = 60;
const MAX_NAME_CHARS = 200;

const accountStates = new Set(['active', 'suspended', 'closed']);

export const readAccountNumber: CellReader = (draft, value, column) => {
  draft.record.account.number = fitted(draft, value, column, MAX_NUMBER_CHARS);
};

export const readContractNumber: CellReader = (draft, value, column) => {
  draft.record.account.contractNumber = fitted(draft, value, column, MAX_NUMBER_CHARS);
};

export const readCurrency: CellReader = (draft, value, column) => {
  const code = value.toUpperCase();
  if (isCurrency(code)) draft.record.account.currency = code;
  else refuse(draft, 'currency_unknown', column, value);
};

export const readAccountState: CellReader = (draft, value, column) => {
  const state = column.values?.[value.toLowerCase()] ?? value.toLowerCase();
  if (accountStates.has(state)) draft.record.account.state = state as 'active';
  else if (state === 'left') draft.record.account.state = 'closed';
  else refuse(draft, 'word_unknown', column, value);
};

export const readPaymentMode: CellReader = (draft, value, column) => {
  const mode = column.values?.[value.toLowerCase()] ?? value.toLowerCase();
  if (mode === 'prepaid' || mode === 'postpaid') draft.record.account.paymentMode = mode;
  else refuse(draft, 'word_unknown', column, value);
};

/** Ten thousand million roubles: beyond it stands no sum but a number from another column. */
const MAX_SUM_MINOR = 1e12;

/** A sum in minor units; an unreadable one keeps the row out, for money is not guessed. */
function readSum(
  draft: Draft,
  value: string,
  column: MappedColumn,
  currency: Currency,
): number | undefined {
  const { decimal } = column;
  const parsed = parseMoney(value, currency, {
    rounding: 'half_up',
    ...(decimal !== undefined && { decimal }),
  });
  const isPlausible = parsed.ok && Math.abs(parsed.money.amountMinor) <= MAX_SUM_MINOR;
  if (isPlausible)
    return column.isNegated ? 0 - parsed.money.amountMinor : parsed.money.amountMinor;
  refuse(draft, `sum_${parsed.ok ? 'too_large' : parsed.code}`, column, value);
  return undefined;
}

export const readBalance: CellReader = (draft, value, column, context) => {
  const sum = readSum(draft, value, column, currencyOf(draft, context.currency));
  if (sum !== undefined) draft.record.account.balanceMinor = sum;
};

export const readCreditLimit: CellReader = (draft, value, column, context) => {
  const sum = readSum(draft, value, column, currencyOf(draft, context.currency));
  if (sum !== undefined) draft.record.account.creditLimitMinor = Math.abs(sum);
};

export const readMonthlyFee: CellReader = (draft, value, column, context) => {
  const sum = readSum(draft, value, column, currencyOf(draft, context.currency));
  if (sum === undefined) return;
  if (sum < 0) refuse(draft, 'fee_negative', column, value);
  else draft.record.plan.feeMinor = sum;
};

function currencyOf(draft: Draft, otherwise: Currency): Currency {
  const own = draft.record.account.currency;
  return own !== undefined && isCurrency(own) ? own : otherwise;
}

export const readTariff: CellReader = (draft, value, column) => {
  const name = column.values?.[value.toLowerCase()] ?? value;
  if (name !== '') draft.record.plan.tariff = fitted(draft, name, column, MAX_NAME_CHARS);
};

/** A list of services in one cell. */
export const readServices: CellReader = (draft, value, column) => {
  for (const name of value.split(/[,;|\n]/)) addService(draft, name.trim(), column);
};

/** A column of its own for a service: the row has it unless the cell denies it. */
export const readService: CellReader = (draft, value, column) => {
  const hasIt = readYesNo(value) ?? !/^(no|not|нет|без|не)\b/iu.test(`${value} `);
  if (hasIt) addService(draft, column.label ?? column.name, column);
};

function addService(draft: Draft, name: string, column: MappedColumn): void {
  const { services } = draft.record;
  const short = fitted(draft, name, column, MAX_NAME_CHARS);
  if (short !== '' && !services.includes(short)) services.push(short);
}

export const readLogin: CellReader = (draft, value, column) => {
  const found = normaliseLogin(value);
  if (found.ok) draft.record.line.login = found.login;
  else if (found.code !== 'empty') warn(draft, 'login_wrong', column, value);
};

export const readIp: CellReader = (draft, value, column) => {
  const found = normaliseIp(value.split(/[,;\s]/)[0] ?? '');
  if (found.ok) draft.record.line.ip = found.ip;
  else if (found.code === 'not_an_ip' || found.code === 'bad_prefix') {
    warn(draft, 'ip_wrong', column, value);
  }
};

export const readMac: CellReader = (draft, value, column) => {
  const found = normaliseMac(value);
  if (found.ok) draft.record.line.mac = found.mac;
  else if (found.code === 'not_a_mac') warn(draft, 'mac_wrong', column, value);
};

export const readLineNumber: CellReader = (draft, value, column) => {
  draft.record.line.number = fitted(draft, value, column, MAX_NUMBER_CHARS);
};

/** A day, by the order that the column's other dates prove; what is none goes to the note. */
export function readDay(draft: Draft, value: string, column: MappedColumn): string | undefined {
  if (isEmptyDate(value)) return undefined;
  const day = readStoredDate(value, column.order);
  if (day !== null) return day;
  warn(draft, 'date_wrong', column, value);
  return undefined;
}
