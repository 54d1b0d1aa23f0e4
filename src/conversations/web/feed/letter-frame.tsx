import { Button } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../../../ui/call.ts';
import { useTexts } from '../../../ui/texts.ts';
import css from './feed.module.css';

type Props = { id: number; messageId: number };
const route = 'GET /api/conversations/{id}/messages/{messageId}/letter';

/**
 * A letter as its writer laid it out, in a frame that runs nothing. Pictures from other sites would
 * tell the sender who looks at it and when, so that they wait until somebody asks for them.
 */
export const LetterFrame = ({ id, messageId }: Props) => {
  const t = useTexts('conversations');
  const [isOpen, setOpen] = useState(false);
  const [hasPictures, setPictures] = useState(false);
  const pictures = hasPictures ? { pictures: 'true' } : {};
  return (
    <div className={css.letter}>
      <span className={css.decide}>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'feed.letter.hide' : 'feed.letter.show')}
        </Button>
        {isOpen && !hasPictures ? (
          <Button size="compact-xs" variant="default" onClick={() => setPictures(true)}>
            {t('feed.letter.pictures')}
          </Button>
        ) : null}
      </span>
      {isOpen ? (
        <iframe
          title={t('feed.letter.title')}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={addressOf(route, { id, messageId, ...pictures })}
        />
      ) : null}
    </div>
  );
};
