import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useWrite, type Opened } from '../api.ts';
import css from './act.module.css';

/** One key takes what is nobody's; whoever was a moment later hears who has it. */
export const TakeBar = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const take = useWrite('POST /api/conversations/{id}/take', deskPaths);
  return (
    <div className={`${css.bar} ${css.take}`}>
      <p>{t(conversation.email === '' ? 'act.takeHint' : 'act.takeToAnswer')}</p>
      <Action
        variant="filled"
        keys="KeyT"
        loading={take.isPending}
        onClick={() => void take.mutateAsync({ id: conversation.id }).catch(notifyProblem)}
      >
        {t('offer.take')}
      </Action>
    </div>
  );
};
