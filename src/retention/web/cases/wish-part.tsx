import { Link } from 'react-router';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, useWrite } from '../client.ts';
import { CallAction } from './call-action.tsx';
import css from './desk.module.css';

type Props = { found: Case; isNarrow: boolean };

/** What they said, where, and what it was known by. */
export const WishPart = ({ found, isNarrow }: Props) => {
  const t = useTexts('retention');
  const { wishes } = found;
  const shown = isNarrow ? wishes.slice(-1) : wishes;
  return (
    <section className={css.part} aria-label={t('cases.said')}>
      {shown.map(({ id, source, words, rule, conversation, ticketId, heardAt, heardBy }) => (
        <div key={id}>
          {words === '' ? null : (
            <blockquote className={css.said}>{t('cases.quote', { words })}</blockquote>
          )}
          <div className={css.line}>
            <span className="dim">
              {[t(`choices.source.${source}`), rule, heardBy, formatInstant(heardAt)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {conversation && !isNarrow ? (
              <Link to={`/conversations/${conversation.id}?queue=all`}>
                {t('cases.conversation', { number: formatNo(conversation.number) })}
              </Link>
            ) : null}
            {ticketId === null ? null : (
              <Link to={`/tickets/${ticketId}`}>
                {t('cases.ticket', { number: formatNo(ticketId) })}
              </Link>
            )}
          </div>
        </div>
      ))}
      <Spoken found={found} />
    </section>
  );
};

/** Whether somebody has spoken with them, when they wait for a call, and how they take it. */
const Spoken = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const { id, version, state, spokenAt, isAngry, isRepeated } = found;
  const speak = useWrite('POST /api/cases/{id}/spoken', casePaths);
  const mood = useWrite('PUT /api/cases/{id}/mood', casePaths);
  if (state !== 'open') return null;
  const mark = (marks: { isAngry?: boolean; isRepeated?: boolean }): void =>
    void mood.mutateAsync({ id, version, ...marks }).catch(notifyProblem);
  return (
    <div className={css.line}>
      {spokenAt === null ? (
        <Action
          size="xs"
          loading={speak.isPending}
          onClick={() => void speak.mutateAsync({ id, version }).catch(notifyProblem)}
        >
          {t('cases.spoke')}
        </Action>
      ) : (
        <span className="dim">{t('cases.spokeAt', { at: formatInstant(spokenAt) })}</span>
      )}
      <Action size="xs" loading={mood.isPending} onClick={() => mark({ isAngry: !isAngry })}>
        {isAngry ? t('cases.calm') : t('cases.angry')}
      </Action>
      {isRepeated ? (
        <Action size="xs" loading={mood.isPending} onClick={() => mark({ isRepeated: false })}>
          {t('cases.saysAnew')}
        </Action>
      ) : null}
      <CallAction found={found} />
    </div>
  );
};
