import { Link } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Friends, useRead } from '../client.ts';
import css from '../loyalty.module.css';

type Friend = Friends['friends'][number];

/** The code and link to give on, what comes off for friends, and whom they have brought. */
export const FriendsPart = ({ id }: { id: number }) => {
  const t = useTexts('loyalty');
  const { data } = useRead('GET /api/subscribers/{id}/friends', { id });
  if (!data) return null;
  const { code, path, percent, staying, next, friends, broughtBy, friendMonths } = data;
  const link = `${window.location.origin}${path}`;
  return (
    <section aria-label={t('friends.title')}>
      <h2>{t('friends.title')}</h2>
      <p className={css.points}>
        <span>{t('friends.code')}</span>
        <code className={css.big}>{code}</code>
        <a href={path}>{t('friends.link')}</a>
        <CopyButton text={link} size="xs" variant="subtle" />
      </p>
      <p>
        {percent > 0
          ? t('friends.off', { percent, count: staying })
          : t('friends.noneOff', { count: friendMonths })}
        {next ? ` ${t('friends.next', next)}` : ''}
      </p>
      {broughtBy ? (
        <p>
          {t('friends.broughtBy')} <Link to={`/subscribers/${broughtBy.id}`}>{broughtBy.name}</Link>
        </p>
      ) : null}
      {friends.length === 0 ? (
        <p className="dim">{t('friends.none')}</p>
      ) : (
        <Branch friends={friends} parentId={null} />
      )}
    </section>
  );
};

const Branch = ({ friends, parentId }: { friends: readonly Friend[]; parentId: number | null }) => {
  const t = useTexts('loyalty');
  const own = friends.filter((friend) => friend.parentId === parentId);
  if (own.length === 0) return null;
  return (
    <ul className={css.tree}>
      {own.map((friend) => (
        <li key={friend.id}>
          <span className={css.friend}>
            {friend.subscriberId === null ? (
              <span className="dim">{t('friends.hidden')}</span>
            ) : (
              <Link to={`/subscribers/${friend.subscriberId}`}>{friend.name}</Link>
            )}
            <span className="dim">{formatDay(friend.connectedOn)}</span>
            <Badge tone={friend.state === 'rewarded' ? 'green' : 'gray'}>
              {t(`friends.states.${friend.state}`)}
            </Badge>
            <span className="dim">
              {friend.reason === ''
                ? t('friends.paid', { count: friend.paidMonths })
                : t(`friends.reasons.${friend.reason}`)}
            </span>
            {friend.isHere ? null : <Badge>{t('friends.gone')}</Badge>}
          </span>
          <Branch friends={friends} parentId={friend.id} />
        </li>
      ))}
    </ul>
  );
};
