import { Button } from '@mantine/core';
import { formatInstant, formatPhone } from '../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { hasText, useTexts } from '../../ui/texts.ts';
import { useWrite, type SetAside } from './client.ts';
import css from './channels.module.css';

/** Messages with what is known of why they were set aside. */
export const SetAsideList = ({ rows }: Pick<SetAside, 'rows'>) => {
  const t = useTexts('channels');
  const retry = useWrite('POST /api/channels/messages/{id}/retry', ['/api/channels']);
  const dismiss = useWrite('POST /api/channels/messages/{id}/dismiss', ['/api/channels']);
  const takeUp = (id: number): void => {
    retry
      .mutateAsync({ id })
      .then(() => notifyDone(t('aside.retried')))
      .catch(notifyProblem);
  };
  const letGo = (id: number): void => {
    dismiss
      .mutateAsync({ id })
      .then(() => notifyDone(t('aside.dismissed')))
      .catch(notifyProblem);
  };
  return (
    <ul className={css.messages}>
      {rows.map((row) => (
        <li key={row.id} className={css.message}>
          <div className={css.words}>
            <div className={css.title}>
              <b className="cut">
                {[row.name, row.email, row.phone && formatPhone(row.phone)]
                  .filter(Boolean)
                  .join(', ') || t('aside.noSender')}
              </b>
              <Badge tone={row.state === 'quarantined' ? 'red' : 'gray'}>
                {t(`aside.states.${row.state}`)}
              </Badge>
            </div>
            <div className="cut">{row.wanted || t('aside.noWords')}</div>
            <div className="dim">
              {formatInstant(row.receivedAt)}
              {row.tries > 0 ? ` · ${t('aside.tries', { count: row.tries })}` : ''}
            </div>
            {row.error ? (
              <details className={css.why}>
                <summary>{t('aside.why')}</summary>
                {hasText(`channels:aside.reasons.${row.error}`) ? (
                  <p>{t(`aside.reasons.${row.error}`)}</p>
                ) : (
                  <code>{row.error}</code>
                )}
              </details>
            ) : null}
          </div>
          <Button size="xs" onClick={() => takeUp(row.id)}>
            {t('aside.retry')}
          </Button>
          {row.state === 'quarantined' ? (
            <Button size="xs" variant="default" onClick={() => letGo(row.id)}>
              {t('aside.dismiss')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
