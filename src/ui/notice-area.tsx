import { Notifications } from '@mantine/notifications';
import { useTexts } from './texts.ts';

/** Where short words and offers to undo appear. */
export const NoticeArea = () => {
  const t = useTexts();
  return (
    <section aria-label={t('notices')}>
      <Notifications position="bottom-right" limit={4} withinPortal={false} />
    </section>
  );
};
