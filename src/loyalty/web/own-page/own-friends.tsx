import { Badge } from '../../../ui/show/badge.tsx';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OwnPage } from '../client.ts';
import css from '../loyalty.module.css';

/** The code and link to give on, what comes off for friends, and whom one has brought. */
export const OwnFriends = ({ page }: { page: OwnPage }) => {
  const t = useTexts('loyalty');
  const { code, friendPath, percent, staying, nextStep, friendMonths, friends } = page;
  return (
    <section aria-label={t('own.friends')}>
      <h2>{t('own.friends')}</h2>
      <p className={css.points}>
        <span>{t('card.code')}</span>
        <code className={css.big}>{code}</code>
        <CopyButton text={window.location.origin + friendPath} size="xs" variant="default" />
      </p>
      <p>
        {percent > 0
          ? t('friends.off', { percent, count: staying })
          : t('friends.noneOff', { count: friendMonths })}
        {nextStep ? ` ${t('friends.next', nextStep)}` : ''}
      </p>
      <Branch friends={friends} parentId={null} />
    </section>
  );
};

type BranchProps = { friends: OwnPage['friends']; parentId: number | null };

const Branch = ({ friends, parentId }: BranchProps) => {
  const t = useTexts('loyalty');
  const own = friends.filter((friend) => friend.parentId === parentId);
  if (own.length === 0) return null;
  return (
    <ul className={css.tree}>
      {own.map(({ id, initial, state, isHere }) => (
        <li key={id}>
          <span className={css.friend}>
            <b>{`${initial}.`}</b>
            <Badge tone={state === 'rewarded' && isHere ? 'green' : 'gray'}>
              {isHere ? t(`friends.states.${state}`) : t('friends.gone')}
            </Badge>
          </span>
          <Branch friends={friends} parentId={id} />
        </li>
      ))}
    </ul>
  );
};
