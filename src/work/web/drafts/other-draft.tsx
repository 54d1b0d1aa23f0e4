import { Button } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import css from './drafts.module.css';
import type { DraftHandle } from './use-draft.ts';

/** Another screen of mine has written here meanwhile: which of the two stays, I say. */
export const OtherDraft = ({ draft }: { draft: DraftHandle }) => {
  const t = useTexts('work');
  if (!draft.other) return null;
  return (
    <div className={css.other} role="alert">
      <p>{t('drafts.other')}</p>
      <blockquote className={css.words}>{draft.other.text}</blockquote>
      <div className={css.buttons}>
        <Button size="xs" variant="default" onClick={() => draft.choose(false)}>
          {t('drafts.takeOther')}
        </Button>
        <Button size="xs" variant="default" onClick={() => draft.choose(true)}>
          {t('drafts.keepMine')}
        </Button>
      </div>
    </div>
  );
};
