import { formatPhone } from '../../../ui/format.ts';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { PreviewRow } from '../client.ts';
import css from '../imports.module.css';
import { WideTable } from '../wide-table.tsx';
import { useErrorWords } from '../words.ts';

const headings = ['name', 'phones', 'address', 'account', 'tariff', 'balance', 'problems'] as const;

/** How the first rows would turn out in the base. */
export const PreviewTable = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const t = useTexts('imports');
  return (
    <Box>
      <CardSection title={t('columns.preview')}>
        <WideTable label={t('columns.preview')}>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {t(`preview.${heading}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 10).map((row) => (
              <Line key={row.rowNumber} row={row} />
            ))}
          </tbody>
        </WideTable>
      </CardSection>
    </Box>
  );
};

const Line = ({ row }: { row: PreviewRow }) => {
  const wordsOf = useErrorWords();
  const problems = [...(row.error ? [row.error] : []), ...row.warnings];
  return (
    <tr>
      <td>{row.name}</td>
      <td className={`${css.phones} tabular`}>{row.phones.map(formatPhone).join(', ')}</td>
      <td>{row.address}</td>
      <td className="tabular">{row.account}</td>
      <td>{row.tariff}</td>
      <td>
        {row.balanceMinor === null ? null : <Money amountMinor={row.balanceMinor} isBalance />}
      </td>
      <td className={row.error ? css.bad : css.unsure}>{problems.map(wordsOf).join(' ')}</td>
    </tr>
  );
};
