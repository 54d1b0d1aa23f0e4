import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { EditSkill } from './edit-skill.tsx';

/** What people know how to do, and who knows what. */
export const Component = () => {
  const t = useTexts('staff');
  const read = useRead('GET /api/skills');
  useLiveRefresh(['staff.*'], ['/api/skills']);
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const opened = read.data?.skills.find(({ id }) => id === open);
  const create = <CreateAction onClick={() => setOpen('new')}>{t('skills.create')}</CreateAction>;
  return (
    <SettingsPage title={t('skills.title')} subtitle={t('skills.subtitle')} actions={create}>
      <Loaded read={read}>
        {({ skills }) =>
          skills.length === 0 ? (
            <EmptyState
              icon={GraduationCap}
              title={t('skills.emptyTitle')}
              text={t('skills.emptyText')}
            />
          ) : (
            <PickList>
              {skills.map(({ id, name, people, isArchived }) => (
                <PickRow
                  key={id}
                  title={name}
                  text={
                    people.length === 0
                      ? t('skills.nobody')
                      : people.map((one) => one.name).join(', ')
                  }
                  onPick={() => setOpen(id)}
                >
                  {isArchived ? <Badge>{t('teams.isArchived')}</Badge> : null}
                </PickRow>
              ))}
            </PickList>
          )
        }
      </Loaded>
      {open === 'new' ? <EditSkill skill={null} onClose={() => setOpen(null)} /> : null}
      {opened ? <EditSkill skill={opened} onClose={() => setOpen(null)} /> : null}
    </SettingsPage>
  );
};
