import { Button } from '@mantine/core';
import css from './aside/aside.module.css';
import { useRead, type Card } from './client.ts';
import { useFieldWords } from './field-words.ts';
import { useTexts } from '../../ui/texts.ts';

type Props = {
  id: number;
  /** The card as it was when editing began. */
  seen: Card;
  /** One's own values stay in the form and may be saved over the others'. */
  onSeen: (now: Card) => void;
  onTakeTheirs: (now: Card) => void;
};

const fields = [
  'displayName',
  'birthOn',
  'taxNumber',
  'status',
  'customerSince',
  'leftOn',
  'externalId',
  'note',
] as const;

/** Somebody changed the card while it was edited: shows what, and lets one choose. */
export const MeanwhileBox = ({ id, seen, onSeen, onTakeTheirs }: Props) => {
  const t = useTexts('subscribers');
  const { label, shown } = useFieldWords();
  const now = useRead('GET /api/subscribers/{id}', { id }, { staleMs: 0 }).data;
  if (!now || now.version === seen.version) return null;
  const changed = fields.filter((field) => now[field] !== seen[field]);
  return (
    <div className={`${css.need} ${css.bad}`} role="alert">
      <strong>{t('meanwhile.title')}</strong>
      <ul>
        {changed.map((field) => (
          <li key={field}>
            {label(field)}: {shown(field, seen[field])} → {shown(field, now[field])}
          </li>
        ))}
      </ul>
      <div className={css.buttons}>
        <Button
          size="xs"
          onClick={() => {
            onTakeTheirs(now);
            onSeen(now);
          }}
        >
          {t('meanwhile.theirs')}
        </Button>
        <Button size="xs" variant="filled" onClick={() => onSeen(now)}>
          {t('meanwhile.mine')}
        </Button>
      </div>
    </div>
  );
};
