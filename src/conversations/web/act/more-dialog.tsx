import type { Opened } from '../api.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { NotARequestDialog } from './not-a-request-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

export type Dialog = 'assign' | 'notARequest' | 'split' | null;

const dialogs = { assign: AssignDialog, notARequest: NotARequestDialog, split: SplitDialog };

type Props = { conversation: Opened; dialog: Dialog; onClose: () => void };

/** What asks for more before one of the rarer things is done. */
export const MoreDialog = ({ conversation, dialog, onClose }: Props) => {
  if (dialog === null) return null;
  const Piece = dialogs[dialog];
  return <Piece conversation={conversation} onClose={onClose} />;
};
