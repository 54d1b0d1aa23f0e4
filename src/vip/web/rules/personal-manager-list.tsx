import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type PersonalManagers, useRead } from '../client.ts';
import css from '../vip.module.css';
import { PersonalManagerDialog } from './personal-manager-dialog.tsx';

type One = PersonalManagers[number];

/** Personal managers with their load, their deputies and with whom they get on. */
export const PersonalManagerList = () => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-managers');
  const [changed, setChanged] = useState<One | 'new'>();
  const people = data?.people ?? [];
  return (
    <section aria-label={t('people.title')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('people.title')}</h2>
        <Button size="xs" onClick={() => setChanged('new')}>
          {t('people.add')}
        </Button>
      </div>
      {people.length === 0 ? <p className="dim">{t('people.none')}</p> : null}
      {people.length === 0 ? null : (
        <PickList>
          {people.map((one) => (
            <PickRow
              key={one.staff.id}
              title={one.staff.name}
              text={[
                t('people.load', { clients: one.clients, most: one.mostClients }),
                one.tempers.map((temper) => t(`choices.temper.${temper}`)).join(', '),
                one.deputy && t('people.deputyIs', { name: one.deputy.name }),
              ]
                .filter(Boolean)
                .join(' · ')}
              onPick={() => setChanged(one)}
            >
              {one.awayTo === null ? null : (
                <Badge tone="amber">{t('people.away', { on: formatDay(one.awayTo) })}</Badge>
              )}
              {one.isOn ? null : <Badge>{t('people.off')}</Badge>}
            </PickRow>
          ))}
        </PickList>
      )}
      {changed ? (
        <PersonalManagerDialog
          one={changed === 'new' ? null : changed}
          onClose={() => setChanged(undefined)}
        />
      ) : null}
    </section>
  );
};
