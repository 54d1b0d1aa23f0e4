import { Box, CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type OfImport, useRead } from './client.ts';
import css from './imports.module.css';
import { Loaded } from './loaded.tsx';
import { placedColumns } from './placed-columns.ts';
import { WideTable } from './wide-table.tsx';
import { useSizeWords } from '../../ui/size-words.ts';

/** The first rows as the file holds them: a wrong encoding or delimiter is seen at a glance. */
export const HeadTable = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const sizeOf = useSizeWords();
  const { id, columns, sizeBytes } = imported;
  const shown = placedColumns(columns);
  const preview = useRead('GET /api/imports/{id}/preview', { id });
  return (
    <>
      <p className="dim">{t('file.found', { size: sizeOf(sizeBytes), count: columns.length })}</p>
      <Box>
        <CardSection title={t('file.head')}>
          <Loaded read={preview}>
            {({ rows }) => (
              <WideTable label={t('file.head')}>
                <thead>
                  <tr>
                    {shown.map(({ key, name, at }) => (
                      <th key={key} scope="col">
                        {name || t('columns.nameless', { number: at + 1 })}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.slice(0, 8).map((row) => (
                    <tr key={row.rowNumber}>
                      {shown.map(({ key, at }) => (
                        <td key={key} className={css.cell}>
                          {row.cells[at] ?? ''}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </WideTable>
            )}
          </Loaded>
        </CardSection>
      </Box>
    </>
  );
};
