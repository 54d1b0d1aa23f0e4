import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { useTake } from './use-take.ts';
import css from './act.module.css';

/** One key takes what is nobody's; whoever was a moment later hears who has it. */
const TakeButton = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  const { take, isPending } = useTake();
  return (
    <Action variant="filled" keys="KeyT" loading={isPending} onClick={() => take(id)}>
      {t('offer.take')}
    </Action>
  );
};

/** Where it is answered in writing, the first letter takes it as well. */
export const TakeLine = ({ id, isTaking }: { id: number; isTaking: boolean }) => {
  const t = useTexts('conversations');
  return (
    <div className={css.top}>
      <span className="dim" role="status">
        {t(isTaking ? 'act.taking' : 'act.takeToAnswer')}
      </span>
      {isTaking ? null : <TakeButton id={id} />}
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
