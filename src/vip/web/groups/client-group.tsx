import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay, formatNo } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { JoinDialog } from './join-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';

/** To which organisation this one belongs, and the way to its group. */
export const ClientGroup = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-groups/{id}', { id });
  const [asking, setAsking] = useState<'join' | 'leave'>();
  if (!data) return null;
  const own = data.members.find((one) => one.id === id);
  const parent = data.members.find((one) => one.id === own?.parentId);
  const close = (): void => setAsking(undefined);
  return (
    <section aria-label={t('groups.title')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('groups.title')}</h2>
        {data.members.length > 1 ? (
          <Button
            size="xs"
            variant="subtle"
            renderRoot={(root) => <Link {...root} to={`/vip/groups/${id}`} />}
          >
            {t('groups.open')}
          </Button>
        ) : null}
        <Button size="xs" onClick={() => setAsking(parent ? 'leave' : 'join')}>
          {t(parent ? 'groups.leave' : 'groups.join')}
        </Button>
      </div>
      <p className="dim">
        {[
          parent && own?.sinceOn
            ? t('groups.belongs', {
                name: parent.name || formatNo(parent.id),
                on: formatDay(own.sinceOn),
              })
            : t('groups.none'),
          data.members.length > 1 && t('groups.members', { count: data.members.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {asking === 'join' ? <JoinDialog id={id} onClose={close} /> : null}
      {asking === 'leave' ? <LeaveDialog id={id} onClose={close} /> : null}
    </section>
  );
};
