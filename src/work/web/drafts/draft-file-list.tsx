import { AttachedFiles } from '../../../ui/form/files/attached-files.tsx';
import type { DraftFiles } from './use-draft-files.ts';

/** What is to go with the words: kept already, on its way, or not taken. */
export const DraftFileList = ({ files }: { files: DraftFiles }) => {
  const { kept, going, detach, giveUp } = files;
  return (
    <AttachedFiles
      files={[...kept.map((file) => ({ ...file, key: String(file.id) })), ...going]}
      onRemove={(key) => {
        const one = kept.find(({ id }) => String(id) === key);
        if (one) detach(one.id);
        else giveUp(key);
      }}
    />
  );
};
