import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useWrite, type Opened } from '../api.ts';
import css from './act.module.css';

/** How it ended, and the way back. */
export const ClosedBar = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const reopen = useWrite('POST /api/conversations/{id}/reopen', deskPaths);
  const { id, version, closedAt, closedOutcome } = conversation;
  return (
    <div className={`${css.bar} ${css.take}`}>
      <p>
        {t('act.closedWith', {
          at: closedAt === null ? '' : formatInstant(closedAt),
          outcome: t(`closings.${closedOutcome ?? 'reached'}`),
        })}
      </p>
      <Action
        variant="default"
        loading={reopen.isPending}
        onClick={() => void reopen.mutateAsync({ id, version }).catch(notifyProblem)}
      >
        {t('act.reopen')}
      </Action>
    </div>
  );
};
