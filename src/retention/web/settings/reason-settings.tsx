import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { type Opened, ReasonDialog } from './reason-dialog.tsx';
import css from './settings.module.css';

/** Groups of reasons with those under them. */
export const ReasonSettings = () => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/leaving-reasons');
  const [open, setOpen] = useState<Opened | null>(null);
  const all = data?.reasons ?? [];
  const add = (parentId: number | null, label: string) => (
    <Button
      size={parentId === null ? 'xs' : 'compact-xs'}
      variant="subtle"
      leftSection={<Plus size={14} />}
      onClick={() => setOpen({ parentId })}
    >
      {label}
    </Button>
  );
  return (
    <section aria-label={t('reasons.title')}>
      <h2>{t('reasons.title')}</h2>
      {all.length === 0 ? null : (
        <PickList>
          {all
            .filter(({ parentId }) => parentId === null)
            .map((group) => (
              <PickRow
                key={group.id}
                title={group.name}
                text={t('reasons.chance', { share: formatPercent(group.leaveChance) })}
                onPick={() => setOpen({ reason: group, parentId: null })}
              >
                {group.isArchived ? <Badge>{t('settings.off')}</Badge> : null}
                {group.takesOffers ? null : <Badge tone="amber">{t('reasons.noOffers')}</Badge>}
                <span className={css.chips}>
                  {all
                    .filter(({ parentId }) => parentId === group.id)
                    .map((reason) => (
                      <Button
                        key={reason.id}
                        size="compact-xs"
                        variant={reason.isArchived ? 'subtle' : 'default'}
                        onClick={() => setOpen({ reason, parentId: group.id })}
                      >
                        {reason.name}
                      </Button>
                    ))}
                  {add(group.id, t('reasons.add'))}
                </span>
              </PickRow>
            ))}
        </PickList>
      )}
      {add(null, t('reasons.addGroup'))}
      {open === null ? null : <ReasonDialog {...open} onClose={() => setOpen(null)} />}
    </section>
  );
};
