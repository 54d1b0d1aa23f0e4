import type { Programme } from '../client.ts';
import { FriendsDialog } from './friends-dialog.tsx';
import { LevelsDialog } from './levels-dialog.tsx';
import { PrivilegesDialog } from './privileges-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

export const dialogs = ['settings', 'levels', 'friends', 'privileges'] as const;

type Props = {
  open: (typeof dialogs)[number] | null;
  programme: Programme;
  onClose: () => void;
};

/** The dialog of the programme that is open. */
export const ProgrammeDialog = ({ open, programme, onClose }: Props) => {
  switch (open) {
    case 'settings':
      return <SettingsDialog programme={programme} onClose={onClose} />;
    case 'levels':
      return <LevelsDialog levels={programme.levels} onClose={onClose} />;
    case 'friends':
      return <FriendsDialog onClose={onClose} />;
    case 'privileges':
      return <PrivilegesDialog onClose={onClose} />;
    default:
      return null;
  }
};
