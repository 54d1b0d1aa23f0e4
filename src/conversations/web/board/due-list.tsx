import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { type DeskRow, useWrite } from '../api.ts';
import { nameOf } from '../name-of.ts';
import css from './board.module.css';

type Props = {
  title: string;
  rows: readonly (DeskRow & { note?: string })[];
  /** How many there are, where not all are shown. */
  count?: number;
  /** Said once of all of them. */
  why?: ReactNode;
  isLate: boolean;
  onGive: (row: DeskRow) => void;
};

const refreshes = ['/api/board', '/api/conversations'];
const WARN_SECONDS = 180;

/** What asks for somebody, the longest waiting first; from here it is given, or taken oneself. */
export const DueList = ({ title, rows, count, why, isLate, onGive }: Props) => {
  const t = useTexts('conversations');
  const viewer = useViewer();
  const { mutate: assign } = useWrite('POST /api/conversations/{id}/assign', refreshes);
  if (rows.length === 0) return null;
  return (
    <section className={css.dueList} aria-label={title}>
      <h2 data-alarm={isLate}>
        {title}{' '}
        {count === undefined ? null : <span className="tabular">· {formatNumber(count)}</span>}
      </h2>
      {why === undefined ? null : <p className={`${css.why} dim`}>{why}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Clock dueAt={row.nextDueAt} warnSeconds={WARN_SECONDS} stoppedAt={null} />
            <span className={css.who}>
              <Link to={`/conversations/${row.id}?queue=all`} className="cut">
                {nameOf(row)}
              </Link>
              <span className={`dim ${row.note ? '' : 'cut'}`}>
                {t(`channels.${row.channel}`)} · {row.note ?? row.owner?.name ?? t('row.nobodys')}
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
