import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import css from '../quality.module.css';

type Props = {
  proofs: readonly { id: number; words: string; link: string }[];
  /** Takes one back; without it they stand. */
  onRemove?: (id: number) => void;
};

/** By what something is known, each with the way there. */
export const EvidenceLines = ({ proofs, onRemove }: Props) => {
  const t = useTexts('quality');
  if (proofs.length === 0) return null;
  return (
    <ul className={css.notes}>
      {proofs.map(({ id, words, link }) => (
        <li key={id}>
          <span>
            {words}
            {link === '' ? null : (
              <>
                {' '}
                <a href={link} target="_blank" rel="noreferrer">
                  {t('audits.link')}
                </a>
              </>
            )}
          </span>
          {onRemove ? (
            <ActionIcon
              size="xs"
              aria-label={t('audits.removeEvidence')}
              onClick={() => onRemove(id)}
            >
              <X size={12} />
            </ActionIcon>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
