import type { ReactNode } from 'react';
import { formatDuration, formatNumber, formatPhone } from '../../../ui/format.ts';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { ImportKind } from '../../api/kinds.ts';
import type { PreviewRow } from '../client.ts';
import css from '../imports.module.css';
import { WideTable } from '../wide-table.tsx';
import { useErrorWords } from '../words.ts';

/** As tariffs count them. */
const MEGABYTE = 1e6;

const KILO = 1e3;

/** `12 / 24`: free ones of all. */
const portsWords = ({ portsFree, portsTotal }: NonNullable<PreviewRow['coverage']>): string =>
  [portsFree, portsTotal].map((count) => (count === null ? '—' : formatNumber(count))).join(' / ');

type Cells = (row: PreviewRow, t: (key: string) => string) => ReactNode[];

/** What is shown of the first rows, column by column. */
const shownOf: Record<ImportKind, { headings: readonly string[]; cells: Cells }> = {
  subscribers: {
    headings: ['name', 'phones', 'address', 'account', 'tariff', 'balance'],
    cells: ({ name, phones, address, account, tariff, balanceMinor }) => [
      name,
      <span key="phones" className={`${css.phones} tabular`}>
        {phones.map(formatPhone).join(', ')}
      </span>,
      address,
      account,
      tariff,
      balanceMinor === null ? null : <Money key="balance" amountMinor={balanceMinor} isBalance />,
    ],
  },
  tickets: {
    headings: ['number', 'subject', 'named', 'category', 'state', 'priority', 'assignee', 'opened'],
    cells: ({ ticket }, t) =>
      ticket
        ? [
            <Whole key="number" text={ticket.number} />,
            ticket.subject,
            <Whole key="named" text={ticket.named} />,
            ticket.category,
            t(`tickets:choices.state.${ticket.state}`),
            t(`tickets:choices.priority.${ticket.priority}`),
            ticket.assignee,
            <Span key="when" from={ticket.openedAt} to={ticket.closedAt} />,
          ]
        : [],
  },
  coverage: {
    headings: ['address', 'technology', 'node', 'speed', 'ports', 'terms'],
    cells: ({ address, coverage }, t) =>
      coverage
        ? [
            address,
            t(`catalog:technology.${coverage.technology}`),
            coverage.node,
            coverage.speedKbps === null
              ? null
              : `${formatNumber(coverage.speedKbps / KILO, 1)} ${t('preview.megabits')}`,
            portsWords(coverage),
            coverage.priceMinor === null ? (
              coverage.terms
            ) : (
              <Money key="price" amountMinor={coverage.priceMinor} />
            ),
          ]
        : [],
  },
  usage: {
    headings: ['account', 'line', 'when', 'transferred', 'lasted'],
    cells: ({ account, usage }, t) =>
      usage
        ? [
            account,
            <Whole key="line" text={usage.line} />,
            <Span key="when" from={usage.beganAt} to={usage.endedAt} />,
            usage.bytes === null
              ? null
              : `${formatNumber(usage.bytes / MEGABYTE, 3)} ${t('preview.megabytes')}`,
            usage.seconds === null ? null : formatDuration(usage.seconds),
          ]
        : [],
  },
};

/** How the first rows would turn out in the base. */
export const PreviewTable = (props: { kind: ImportKind; rows: readonly PreviewRow[] }) => {
  const t = useTexts('imports');
  const { headings } = shownOf[props.kind];
  return (
    <Box>
      <CardSection title={t('columns.preview')}>
        <WideTable label={t('columns.preview')}>
          <thead>
            <tr>
              <th scope="col">{t('rows.number')}</th>
              {[...headings, 'problems'].map((heading) => (
                <th key={heading} scope="col">
                  {t(`preview.${heading}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.slice(0, 10).map((row) => (
              <Line key={row.rowNumber} kind={props.kind} row={row} />
            ))}
          </tbody>
        </WideTable>
      </CardSection>
    </Box>
  );
};

const Line = ({ kind, row }: { kind: ImportKind; row: PreviewRow }) => {
  const t = useTexts('imports');
  const wordsOf = useErrorWords();
  const { headings, cells } = shownOf[kind];
  const shown = cells(row, t);
  const problems = [...(row.error ? [row.error] : []), ...row.warnings];
  return (
    <tr>
      <td className={css.number}>{formatNumber(row.rowNumber)}</td>
      {headings.map((heading, at) => (
        <td key={heading}>{shown[at]}</td>
      ))}
      <td className={row.error ? css.bad : css.unsure}>{problems.map(wordsOf).join(' ')}</td>
    </tr>
  );
};

/** A number is not broken over two lines. */
const Whole = ({ text }: { text: string | null }) => (
  <span className={`${css.phones} tabular`}>{text}</span>
);

const Span = ({ from, to }: { from: string | null; to: string | null }) => (
  <>
    {from ? <Instant at={from} /> : '—'}
    {to ? (
      <>
        <br />
        <Instant at={to} />
      </>
    ) : null}
  </>
);
