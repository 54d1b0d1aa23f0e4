import { Button } from '@mantine/core';
import css from './aside/aside.module.css';
import { changesBetween } from './card-fields.ts';
import { useRead, type Card } from './client.ts';
import { useFieldWords } from './field-words.ts';
import { useTexts } from '../../ui/texts.ts';

type Props = {
  id: number;
  /** The card as it was when editing began. */
  seen: Card;
  /** One's own changes stay in the form, upon what the others saved. */
  onKeepMine: (now: Card) => void;
  onTakeTheirs: (now: Card) => void;
};

/** Somebody changed the card while it was edited: shows what, and lets one choose. */
export const MeanwhileBox = ({ id, seen, onKeepMine, onTakeTheirs }: Props) => {
  const t = useTexts('subscribers');
  const { label, shown } = useFieldWords();
  const now = useRead('GET /api/subscribers/{id}', { id }, { staleMs: 0 }).data;
  if (!now || now.version === seen.version) return null;
  return (
    <div className={`${css.need} ${css.bad}`} role="alert">
      <strong>{t('meanwhile.title')}</strong>
      <ul>
        {changesBetween(seen, now).map(({ field, before, after }) => (
          <li key={field}>
            {label(field)}: {shown(field, before)} → {shown(field, after)}
          </li>
        ))}
      </ul>
      <div className={css.buttons}>
        <Button size="xs" onClick={() => onTakeTheirs(now)}>
          {t('meanwhile.theirs')}
        </Button>
        <Button size="xs" variant="filled" onClick={() => onKeepMine(now)}>
          {t('meanwhile.mine')}
        </Button>
      </div>
    </div>
  );
};
