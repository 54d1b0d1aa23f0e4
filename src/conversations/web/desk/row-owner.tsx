import { Avatar } from '../../../ui/show/avatar.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { DeskRow } from '../api.ts';
import css from './desk.module.css';

/** Before whom it stands, or whose it is; of one's own nothing is said. */
export const RowOwner = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  const viewer = useViewer();
  if (row.offer) return <span>{t('row.offered', row.offer)} · </span>;
  if (row.owner === null || row.owner.id === viewer.id) return null;
  const { name } = row.owner;
  return (
    <span className={css.owner} title={name}>
      <Avatar name={name} sizePx={16} />
      <span className="visually-hidden">{name} · </span>
    </span>
  );
};
