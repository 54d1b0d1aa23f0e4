import { addressOf } from '../../../ui/call.ts';
import { formatDay } from '../../../ui/format.ts';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Paper } from '../client.ts';
import { useLineWords } from '../use-line-words.ts';
import css from './papers.module.css';

/** Papers with what they are for, and the files that they are taken as. */
export const PapersTable = (props: { accountId: number; papers: readonly Paper[] }) => {
  const { accountId, papers } = props;
  const t = useTexts('billing');
  const { periodOf } = useLineWords();
  return (
    <div className="scroll">
      <table className={css.table}>
        <tbody>
          {papers.map((paper) => {
            const { id, kind, number, datedOn, fromOn, toOn, amountMinor, currency } = paper;
            const name = `${t(`choices.paper.${kind}`)} ${t('papers.of', { number, on: formatDay(datedOn) })}`;
            const formats = kind === 'statement' ? (['pdf', 'xlsx'] as const) : (['pdf'] as const);
            return (
              <tr key={id}>
                <td>{name}</td>
                <td className="dim">{fromOn && toOn ? periodOf(fromOn, toOn) : ''}</td>
                <td className={css.number}>
                  <Money amountMinor={amountMinor} currency={currency} isBalance />
                </td>
                <td>
                  <div className={css.files}>
                    {formats.map((format) => (
                      <a
                        key={format}
                        href={addressOf('GET /api/accounts/{id}/papers/{paperId}', {
                          id: accountId,
                          paperId: id,
                          format,
                        })}
                        aria-label={t('papers.download', {
                          what: name,
                          format: t(`papers.${format}`),
                        })}
                      >
                        {t(`papers.${format}`)}
                      </a>
                    ))}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
