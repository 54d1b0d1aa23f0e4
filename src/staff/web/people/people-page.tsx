import { useState } from 'react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { EditPerson } from './edit-person.tsx';
import { InvitePerson } from './invite-person.tsx';
import { PeopleList } from './people-list.tsx';
import { PeopleTools } from './people-tools.tsx';
import { usePeople } from './use-people.ts';

export const Component = () => {
  const t = useTexts('staff');
  const may = useMay();
  const [words, setWords] = useState('');
  const [isDisabled, setDisabled] = useState(false);
  const [openId, setOpenId] = useState<number | 'new' | null>(null);
  const people = usePeople(words, isDisabled);
  useLiveRefresh(['staff.*'], ['/api/staff']);
  const close = (): void => setOpenId(null);
  const open = people.data?.find(({ id }) => id === openId);
  const invite = <CreateAction onClick={() => setOpenId('new')}>{t('people.invite')}</CreateAction>;
  return (
    <SettingsPage
      title={t('people.title')}
      layout="padded"
      actions={may('staff.manage') ? invite : undefined}
    >
      <PeopleTools
        words={words}
        onWords={setWords}
        isDisabled={isDisabled}
        onDisabled={setDisabled}
      />
      <PeopleList people={people} onOpen={may('staff.manage') ? setOpenId : undefined} />
      {openId === 'new' ? <InvitePerson onClose={close} /> : null}
      {open ? <EditPerson person={open} onClose={close} /> : null}
    </SettingsPage>
  );
};
