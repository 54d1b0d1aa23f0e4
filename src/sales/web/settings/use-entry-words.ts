import { useOwners } from '../../../staff/web/index.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { EntryAction } from '../client.ts';

/** What is done when a deal enters, each action in words. */
export const useEntryWords = (): ((action: EntryAction) => string) => {
  const t = useTexts('sales');
  const { staff, teams } = useOwners();
  const nameIn = (all: readonly { value: string; label: string }[], id: number): string =>
    all.find(({ value }) => value === String(id))?.label ?? '';
  return (action) => {
    switch (action.kind) {
      case 'task':
        return t('settings.said.task', {
          text: action.text,
          whose:
            action.staffId === null
              ? t('settings.said.taskOwner')
              : t('settings.said.taskOther', { name: nameIn(staff, action.staffId) }),
          time: formatDuration(action.withinSeconds),
        });
      case 'owner': {
        const among =
          action.teamId === null
            ? t('settings.said.amongAll')
            : t('settings.said.amongTeam', { team: nameIn(teams, action.teamId) });
        return action.isOnlyNobodys
          ? t('settings.said.ownerNobodys', { among })
          : t('settings.said.owner', { among });
      }
      default:
        return t('settings.said.prompt', {
          what: t(`settings.prompts.${action.what}`).toLowerCase(),
        });
    }
  };
};
