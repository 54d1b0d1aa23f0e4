import { Link } from 'react-router';
import type { ListRow } from '../../../ui/table/contract.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Askable } from './use-fields.ts';
import { sampleColumns } from './use-live-count.ts';
import lines from '../../../ui/show/lines.module.css';
import css from './builder.module.css';

type Props = { list: Askable; rows: readonly ListRow[] | null };

/** Some of those who are meant, so that one sees whether it is them. */
export const SampleTable = ({ list, rows }: Props) => {
  const t = useTexts('segments');
  if (rows === null || rows.length === 0) return null;
  const [first = '', ...rest] = sampleColumns;
  return (
    <section aria-label={t('builder.sample')}>
      <h2 className={css.heading}>{t('builder.sample')}</h2>
      <div className={lines.box}>
        <table className={lines.lines}>
          <thead>
            <tr>
              {sampleColumns.map((key) => (
                <th key={key} scope="col">
                  {list.words.label(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                <td>
                  <Link to={`/subscribers/${id}`}>{list.words.value(first, cells[first])}</Link>
                </td>
                {rest.map((key) => (
                  <td key={key}>{cells[key] === null ? '' : list.words.value(key, cells[key])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
