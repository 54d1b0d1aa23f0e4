import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useWrite, type Opened } from '../api.ts';
import css from './act.module.css';

/** One key takes what is nobody's; whoever was a moment later hears who has it. */
const TakeButton = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  const navigate = useNavigate();
  const take = useWrite('POST /api/conversations/{id}/take', deskPaths);
  return (
    <Action
      variant="filled"
      keys="KeyT"
      loading={take.isPending}
      onClick={() => {
        // It is one's own now, and stands among those in the list.
        take
          .mutateAsync({ id })
          .then(() => navigate(`/conversations/${id}?queue=mine`, { replace: true }))
          .catch(notifyProblem);
      }}
    >
      {t('offer.take')}
    </Action>
  );
};

/** Where it is answered in writing, the first letter takes it as well. */
export const TakeLine = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  return (
    <div className={css.top}>
      <span className="dim">{t('act.takeToAnswer')}</span>
      <TakeButton id={id} />
    </div>
  );
};

/** Where it is answered by a call, it is taken first. */
export const TakeBar = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  return (
    <div className={`${css.bar} ${css.take}`}>
      <p>{t('act.takeHint')}</p>
      <TakeButton id={conversation.id} />
    </div>
  );
};
