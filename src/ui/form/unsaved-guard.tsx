import { Button, Group, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../texts.ts';

/** What was typed is not lost by a slip: leaving the page asks first. */
export const UnsavedGuard = ({ isDirty }: { isDirty: boolean }) => {
  const t = useTexts();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('form.leaveTitle')}
      size={400}
    >
      <p style={{ marginTop: 0 }}>{t('form.leaveText')}</p>
      <Group justify="flex-end" gap="sm">
        <Button color="red" variant="light" onClick={() => blocker.proceed?.()}>
          {t('form.leave')}
        </Button>
        <Button variant="filled" data-autofocus onClick={() => blocker.reset?.()}>
          {t('form.stay')}
        </Button>
      </Group>
    </Modal>
  );
};
