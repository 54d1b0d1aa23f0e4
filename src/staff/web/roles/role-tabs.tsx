import { useTexts } from '../../../ui/texts.ts';
import { useRoleName } from './role-name.ts';
import css from './roles.module.css';

type Role = { id: number; name: string; code: string | null; staffCount: number };
type Props = { roles: readonly Role[]; openId: number | undefined; onOpen: (id: number) => void };

export const RoleTabs = ({ roles, openId, onOpen }: Props) => {
  const t = useTexts('staff');
  const nameOf = useRoleName();
  return (
    <div className={css.tabs} role="group" aria-label={t('roles.title')}>
      {roles.map((role) => (
        <button
          key={role.id}
          type="button"
          className={css.tab}
          aria-pressed={role.id === openId}
          onClick={() => onOpen(role.id)}
        >
          <span className="cut">{nameOf(role)}</span>
          <span className="dim tabular">{role.staffCount}</span>
        </button>
      ))}
    </div>
  );
};
