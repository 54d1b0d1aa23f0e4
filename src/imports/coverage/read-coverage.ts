import { parseMoney } from '../../kernel/money/index.ts';
import type { CoverageTarget } from '../presets/targets.ts';
import { readNumber } from '../reading/read-number.ts';
import { rowError, type RowError } from '../reading/source-row.ts';
import type { Understood } from '../record/import-record.ts';
import { readPlace } from '../record/read-place.ts';
import type { MappedColumn, RecordContext } from '../record/reader.ts';
import type { CoverageRow } from './coverage-row.ts';
import { readSpeed, readTechnology } from './read-line.ts';

/** What names hold, as the API has them. */
const MOST_CHARS = 200;
const MOST_PORTS = 100_000;
const MOST_MINOR = 1e12;

type Draft = {
  row: Partial<CoverageRow>;
  /** Of the address, until all cells were seen. */
  parts: Map<string, string>;
  error: RowError | null;
};

type Reader = (draft: Draft, value: string, column: MappedColumn, context: RecordContext) => void;

const refuse = (draft: Draft, code: string, column: MappedColumn, value: string): void =>
  void (draft.error ??= rowError(code, { column: column.name, value: value.slice(0, 100) }));

const ofAddress: Reader = ({ parts }, value, { target }) => void parts.set(target, value);

const ports =
  (field: 'portsTotal' | 'portsFree'): Reader =>
  (draft, value, column) => {
    const count = Number(readNumber(value, column.decimal) ?? Number.NaN);
    const isCount = Number.isInteger(count) && count >= 0 && count <= MOST_PORTS;
    if (isCount) draft.row[field] = count;
    else refuse(draft, 'coverage_ports_wrong', column, value);
  };

const readers: Record<Exclude<CoverageTarget, 'ignore'>, Reader> = {
  address: ofAddress,
  city: ofAddress,
  street: ofAddress,
  building: ofAddress,
  block: ofAddress,
  technology: (draft, value, column) => {
    const technology = readTechnology(value);
    if (technology === null) refuse(draft, 'coverage_technology_wrong', column, value);
    else draft.row.technology = technology;
  },
  nodeName: ({ row }, value) => void (row.node = value.slice(0, MOST_CHARS)),
  lineSpeed: (draft, value, column) => {
    const speedKbps = readSpeed(value, column);
    if (speedKbps === null) refuse(draft, 'coverage_speed_wrong', column, value);
    else draft.row.speedKbps = speedKbps;
  },
  portsTotal: ports('portsTotal'),
  portsFree: ports('portsFree'),
  termsName: ({ row }, value) => void (row.terms = value.slice(0, MOST_CHARS)),
  connectionPrice: (draft, value, column, { currency }) => {
    const { decimal } = column;
    const parsed = parseMoney(value, currency, { ...(decimal !== undefined && { decimal }) });
    const priceMinor = parsed.ok ? parsed.money.amountMinor : -1;
    if (priceMinor >= 0 && priceMinor <= MOST_MINOR) draft.row.priceMinor = priceMinor;
    else refuse(draft, 'coverage_price_wrong', column, value);
  },
};

const readerOf: Partial<Record<string, Reader>> = readers;

/** Understands a row of what can be had at a building; sales lean on it, so nothing is guessed. */
export function readCoverage(
  cells: readonly string[],
  _rowNumber: number,
  context: RecordContext,
): Understood<CoverageRow> {
  const draft: Draft = { row: {}, parts: new Map(), error: null };
  for (const column of context.columns) {
    const value = cells[column.index]?.trim() ?? '';
    if (value !== '') readerOf[column.target]?.(draft, value, column, context);
  }
  const read = draft.error ?? finished(draft, context);
  if ('code' in read) {
    return { record: null, error: read, warnings: [], keyValue: null, personKey: null };
  }
  return { record: read, error: null, warnings: [], keyValue: keyOf(read), personKey: null };
}

function finished({ row, parts }: Draft, context: RecordContext): CoverageRow | RowError {
  const { address, addressText = '' } = readPlace(parts, context);
  if (!address) return rowError('coverage_address_wrong', { value: addressText.slice(0, 100) });
  const { technology, portsTotal, portsFree } = row;
  if (technology === undefined) return rowError('coverage_technology_missing');
  if (portsTotal !== undefined && portsFree !== undefined && portsFree > portsTotal) {
    return rowError('coverage_ports_more', { free: portsFree, total: portsTotal });
  }
  return { ...row, technology, place: { ...address, flat: '' }, contacts: [] };
}

/** One technology at one building; whatever a file says of it twice, the later is true. */
const keyOf = ({ place, technology }: CoverageRow): string =>
  [place.streetKey, place.streetKind, place.building, technology].join('\n');
