import { Link } from 'react-router';
import { formatNumber } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { Ago } from '../../ui/show/time.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { OfImport } from './client.ts';
import css from './imports.module.css';
import { stateTones } from './states.ts';
import { UndoButton } from './undo-button.tsx';
import { useSizeWords } from '../../ui/size-words.ts';

/** One import in the list: the file, where it stands, what it brought, and its undo. */
export const ImportLine = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const sizeOf = useSizeWords();
  const { id, kind, fileName, sizeBytes, state, rowCount, createdBy, createdAt } = imported;
  return (
    <tr>
      <td className={css.file}>
        <Link to={`/imports/${id}`}>{fileName}</Link>
        <div className="dim">{`${t(`kinds.${kind}`)}, ${sizeOf(sizeBytes)}`}</div>
      </td>
      <td>
        <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>
      </td>
      <td className={css.number}>{rowCount > 0 ? formatNumber(rowCount) : '—'}</td>
      <td>
        <Outcome imported={imported} />
      </td>
      <td>
        <Ago at={createdAt} />
        <div className="dim">{createdBy}</div>
      </td>
      <td className={css.end}>
        <UndoButton imported={imported} />
      </td>
    </tr>
  );
};

/** What was found or done, in a few words; what is nought is not said. */
const Outcome = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const { counts, errorCount } = imported;
  const isApplied = counts.created + counts.updated + counts.unchanged > 0;
  const said: [string, number][] = isApplied
    ? [
        ['tallies.created', counts.created],
        ['tallies.updated', counts.updated],
        ['tallies.removed', counts.removed],
      ]
    : [
        ['tallies.toCreate', counts.toCreate],
        ['tallies.toUpdate', counts.toUpdate],
        ['tallies.known', counts.known],
      ];
  said.push(['tallies.errors', errorCount]);
  const words = said
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `${t(key)} ${formatNumber(count)}`);
  return <span className="tabular">{words.join(' · ') || '—'}</span>;
};
