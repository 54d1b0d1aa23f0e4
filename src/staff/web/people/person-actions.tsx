import { Button, Group } from '@mantine/core';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { useWrite } from '../api.ts';
import type { Person } from './use-people.ts';
import css from '../settings/rows.module.css';

type Props = {
  person: Person;
  onClose: () => void;
  onLink: (link: { path: string; expiresAt: string }) => void;
};

/** What is done about somebody's access. Shutting out can be taken back, so it asks nothing. */
export const PersonActions = ({ person, onClose, onLink }: Props) => {
  const t = useTexts('staff');
  const viewer = useViewer();
  const link = useWrite('POST /api/staff/{id}/sign-in-link', ['/api/staff']);
  const disable = useWrite('POST /api/staff/{id}/disable', ['/api/staff']);
  const enable = useWrite('POST /api/staff/{id}/enable', ['/api/staff']);
  const drop = useWrite('DELETE /api/staff/{id}/second-factor', ['/api/staff']);
  const { id, name } = person;
  const shutOut = async (): Promise<void> => {
    await disable.mutateAsync({ id });
    onClose();
    undoToast({
      text: t('people.shutOut', { name }),
      undo: () => enable.mutateAsync({ id }),
    });
  };
  const letIn = async (): Promise<void> => {
    await enable.mutateAsync({ id });
    notifyDone(t('people.letIn', { name }));
    onClose();
  };
  if (person.isDisabled) {
    return (
      <div className={css.foot}>
        <CardSection title={t('people.access')}>
          <Button onClick={() => void letIn().catch(notifyProblem)}>{t('people.enable')}</Button>
        </CardSection>
      </div>
    );
  }
  return (
    <div className={css.foot}>
      <CardSection title={t('people.access')}>
        <Group gap="sm">
          <Button
            onClick={() => link.mutate({ id }, { onSuccess: onLink, onError: notifyProblem })}
          >
            {t(person.isInvited ? 'people.newInvitation' : 'people.newPassword')}
          </Button>
          {person.hasSecondFactor ? (
            <Button
              onClick={() =>
                drop.mutate(
                  { id },
                  {
                    onSuccess: () => notifyDone(t('people.secondFactorDropped')),
                    onError: notifyProblem,
                  },
                )
              }
            >
              {t('people.dropSecondFactor')}
            </Button>
          ) : null}
          {id === viewer.id ? null : (
            <Button
              variant="subtle"
              color="red"
              onClick={() => void shutOut().catch(notifyProblem)}
            >
              {t('people.disable')}
            </Button>
          )}
        </Group>
      </CardSection>
    </div>
  );
};
