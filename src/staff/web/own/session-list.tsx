import { Button } from '@mantine/core';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { Ago } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import css from '../settings/rows.module.css';
import { deviceOf } from './device.ts';

export const SessionList = () => {
  const t = useTexts('staff');
  const sessions = useRead('GET /api/me/sessions');
  const end = useWrite('DELETE /api/me/sessions/{id}', ['/api/me/sessions']);
  const endOthers = useWrite('POST /api/me/sessions/end-others', ['/api/me/sessions']);
  const endAll = (
    <Button
      size="xs"
      loading={endOthers.isPending}
      onClick={() =>
        endOthers.mutate(
          {},
          { onSuccess: () => notifyDone(t('sessions.ended')), onError: notifyProblem },
        )
      }
    >
      {t('sessions.endOthers')}
    </Button>
  );
  const hasOthers = (sessions.data?.sessions.length ?? 0) > 1;
  return (
    <CardSection title={t('sessions.title')} actions={hasOthers ? endAll : undefined}>
      <Loaded read={sessions}>
        {(data) => (
          <ul className={css.rows}>
            {data.sessions.map(({ id, isCurrent, userAgent, address, lastUsedAt }) => (
              <li key={id} className={css.row}>
                <div className={css.words}>
                  <div>{deviceOf(userAgent) ?? t('sessions.unknown')}</div>
                  <div className="dim">
                    {address} · <Ago at={lastUsedAt} />
                  </div>
                </div>
                {isCurrent ? (
                  <Badge tone="teal">{t('sessions.current')}</Badge>
                ) : (
                  <Button
                    size="xs"
                    variant="subtle"
                    color="red"
                    onClick={() => end.mutate({ id }, { onError: notifyProblem })}
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </CardSection>
  );
};
