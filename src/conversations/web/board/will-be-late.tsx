import { formatDuration, formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import type { Board } from './board-totals.tsx';
import { DueList } from './due-list.tsx';

type Foresight = Board['foresight'];

/** Beyond a minute nobody cares for single seconds. */
const STEP_SECONDS = 10;

const rounded = (seconds: number): number =>
  seconds < 60 ? Math.ceil(seconds) : Math.round(seconds / STEP_SECONDS) * STEP_SECONDS;

/** Why: who waits, who is free for them, and how long one takes. */
const useWhy = ({ waiting, free, busy, touchSeconds, basis }: Foresight): string => {
  const t = useTexts('conversations');
  return [
    t('board.foresight.waiting', { count: waiting }),
    free > 0 ? t('board.foresight.free', { count: free }) : t('board.foresight.noneFree'),
    ...(busy > 0 ? [t('board.foresight.busy', { count: busy })] : []),
    t(`board.foresight.pace.${basis}`, { time: formatDuration(rounded(touchSeconds)) }),
  ].join(', ');
};

/** What nobody has taken and, as things go, nobody will touch in time; and why. */
export const WillBeLate = (props: { board: Board; onGive: (row: DeskRow) => void }) => {
  const t = useTexts('conversations');
  const { foresight, people } = props.board;
  const why = useWhy(foresight);
  const missing = people.filter(({ missingSince }) => missingSince !== null);
  const noteOf = ({ touchAt, touchDueAt }: Foresight['rows'][number]): string => {
    if (touchAt === null) return t('board.foresight.never');
    const seconds = (Date.parse(touchAt) - Date.parse(touchDueAt)) / 1000;
    const time = formatDuration(rounded(seconds));
    return t('board.foresight.touchAt', { at: formatInstant(touchAt, 'second'), time });
  };
  return (
    <DueList
      title={t('board.foresight.title')}
      count={foresight.late}
      why={
        <>
          {why}.
          {missing.length > 0 ? (
            <>
              <br />
              {t('board.foresight.missing', {
                names: missing.map(({ name }) => name).join(', '),
              })}
            </>
          ) : null}
        </>
      }
      rows={foresight.rows.map((row) => ({ ...row, note: noteOf(row) }))}
      isLate={false}
      onGive={props.onGive}
    />
  );
};
