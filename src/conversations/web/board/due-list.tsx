import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { type DeskRow, useWrite } from '../api.ts';
import { nameOf } from '../name-of.ts';
import css from './board.module.css';

type Props = {
  title: string;
  rows: readonly DeskRow[];
  isLate: boolean;
  onGive: (row: DeskRow) => void;
};

const refreshes = ['/api/board', '/api/conversations'];
const WARN_SECONDS = 180;

/** What asks for somebody, the longest waiting first; from here it is given, or taken oneself. */
export const DueList = ({ title, rows, isLate, onGive }: Props) => {
  const t = useTexts('conversations');
  const viewer = useViewer();
  const { mutate: assign } = useWrite('POST /api/conversations/{id}/assign', refreshes);
  if (rows.length === 0) return null;
  return (
    <section className={css.dueList} aria-label={title}>
      <h2 data-alarm={isLate}>{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Clock dueAt={row.nextDueAt} warnSeconds={WARN_SECONDS} stoppedAt={null} />
            <span className={css.who}>
              <Link to={`/conversations/${row.id}?queue=all`} className="cut">
                {nameOf(row)}
              </Link>
              <span className="dim cut">
                {t(`channels.${row.channel}`)} · {row.owner?.name ?? t('row.nobodys')}
              </span>
            </span>
            <Button size="xs" variant="default" onClick={() => onGive(row)}>
              {t('more.assign')}
            </Button>
            {row.owner?.id === viewer.id ? null : (
              <Button
                size="xs"
                variant="subtle"
                onClick={() =>
                  assign(
                    { id: row.id, version: row.version, staffId: viewer.id },
                    { onError: notifyProblem },
                  )
                }
              >
                {t('board.takeMyself')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
