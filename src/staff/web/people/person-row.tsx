import { Avatar } from '../../../ui/show/avatar.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRoleName } from '../roles/role-name.ts';
import css from '../settings/rows.module.css';
import presence from '../own/presence.module.css';
import type { Person } from './use-people.ts';

const Words = ({ person }: { person: Person }) => {
  const nameOf = useRoleName();
  const { name, email, teamName, roleName, roleCode } = person;
  const role = nameOf({ code: roleCode, name: roleName });
  return (
    <>
      <Avatar name={name} />
      <span className={css.words}>
        <span style={{ display: 'block' }}>{name}</span>
        <span className="dim">{[role, teamName, email].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  );
};

/** One person of the staff: who, what they may do, whether they are here. */
export const PersonRow = ({ person, onOpen }: { person: Person; onOpen?: () => void }) => {
  const t = useTexts('staff');
  const state = person.presence?.isHere ? person.presence.state : null;
  return (
    <li className={css.row}>
      {onOpen ? (
        <button type="button" className={css.pick} onClick={onOpen}>
          <Words person={person} />
        </button>
      ) : (
        <Words person={person} />
      )}
      {person.isInvited ? <Badge tone="amber">{t('people.isInvited')}</Badge> : null}
      {person.hasSecondFactor ? <Badge tone="teal">{t('people.secondFactor')}</Badge> : null}
      {state ? (
        <span className="dim">
          <span className={presence.dot} data-state={state} /> {t(`presence.state.${state}`)}
        </span>
      ) : null}
    </li>
  );
};
