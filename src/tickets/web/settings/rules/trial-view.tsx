import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { Link } from 'react-router';
import { formatDay, formatInstant, formatNo, formatNumber } from '../../../../ui/format.ts';
import { notifyProblem } from '../../../../ui/notify.tsx';
import { CardSection } from '../../../../ui/show/facts.tsx';
import { PickList, PickRow } from '../../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { useWrite, type Trial } from '../../client.ts';
import { useFieldWords } from '../../field-words.ts';
import css from './rules.module.css';

/** What the rule would have done in the last thirty days; looked at before it is switched on. */
export const TrialView = ({ ruleId }: { ruleId: number }) => {
  const t = useTexts('tickets');
  const look = useWrite('POST /api/ticket-rules/{id}/trial', ['/api/ticket-rules']);
  const trial = look.data;
  return (
    <CardSection title={t('rules.trial.title')}>
      <div className={css.part}>
        <Button
          leftSection={<History size={14} />}
          loading={look.isPending}
          onClick={() => void look.mutateAsync({ id: ruleId }).catch(notifyProblem)}
        >
          {t(trial ? 'rules.trial.again' : 'rules.trial.look')}
        </Button>
        {trial ? <TrialShown trial={trial} /> : <p className="dim">{t('rules.trial.why')}</p>}
      </div>
    </CardSection>
  );
};

const TrialShown = ({ trial }: { trial: Trial }) => {
  const t = useTexts('tickets');
  const { label, shown } = useFieldWords(trial.names);
  const { count, tickets, idle, days, rows, asNow } = trial;
  const notes = [
    idle > 0 && t('rules.trial.idle', { count: idle }),
    !trial.isWhole && t('rules.trial.part'),
    trial.isPresentOnly && t('rules.trial.presentOnly'),
    asNow.length > 0 && t('rules.trial.asNow', { fields: asNow.map(label).join(', ') }),
  ].filter(Boolean);
  return (
    <>
      <p>
        <b>
          {count === 0
            ? t('rules.trial.none')
            : `${t('rules.trial.count', { count })} ${t('rules.trial.tickets', { count: tickets })}`}
        </b>
      </p>
      {notes.map((note) => (
        <p key={String(note)} className="dim">
          {note}
        </p>
      ))}
      {days.length === 0 ? null : <Days days={days} />}
      {rows.length === 0 ? null : (
        <PickList>
          {rows.map(({ ticketId, subject, at, changes }) => (
            <PickRow
              key={`${ticketId} ${at}`}
              title={
                <Link to={`/tickets/${ticketId}`}>
                  {formatNo(ticketId)} {subject}
                </Link>
              }
              text={changes
                .map(
                  ({ field, before, after }) =>
                    `${label(field)}: ${shown(field, before)} → ${shown(field, after)}`,
                )
                .join('; ')}
            >
              <time className="dim" dateTime={at}>
                {formatInstant(at)}
              </time>
            </PickRow>
          ))}
        </PickList>
      )}
      {rows.length < count ? (
        <p className="dim">{t('rules.trial.shown', { count: rows.length })}</p>
      ) : null}
    </>
  );
};

/** How often on each day, as bars with their figures. */
const Days = ({ days }: { days: Trial['days'] }) => {
  const t = useTexts('tickets');
  const most = Math.max(...days.map(({ count }) => count));
  return (
    <ul className={css.days} aria-label={t('rules.trial.byDay')}>
      {days.map(({ on, count }) => (
        <li key={on} className={css.day}>
          <span>{formatDay(on)}</span>
          <span className={css.track} aria-hidden="true">
            <span className={css.bar} style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className={css.figure}>{formatNumber(count)}</span>
        </li>
      ))}
    </ul>
  );
};
