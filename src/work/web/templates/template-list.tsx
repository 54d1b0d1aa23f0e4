import { useEffect } from 'react';
import { isMeant } from '../../../ui/layout-slip.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { filledText } from './template-words.ts';
import css from './templates.module.css';
import type { Template } from './use-templates.ts';

const MOST_SHOWN = 50;

/** Templates that are meant by the words typed: by name first, then by what they say. */
export const meantBy = (templates: readonly Template[], query: string): Template[] => {
  if (query === '') return templates.slice(0, MOST_SHOWN);
  const byName = templates.filter(({ name }) => isMeant(name, query));
  const byText = templates.filter((one) => !byName.includes(one) && isMeant(one.text, query));
  return [...byName, ...byText].slice(0, MOST_SHOWN);
};

type Props = {
  meant: readonly Template[];
  values: Readonly<Record<string, string | null>>;
  place: number;
  onPoint: (place: number) => void;
  onChoose: (place: number) => void;
};

/** Names with the text as it will stand in the answer. */
export const TemplateList = ({ meant, values, place, onPoint, onChoose }: Props) => {
  const t = useTexts('work');
  useEffect(() => {
    document.getElementById(`template-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  if (meant.length === 0) return <p className={css.none}>{t('templates.noneMeant')}</p>;
  return (
    <div className={css.list} role="listbox" id="templates" aria-label={t('templates.title')}>
      {meant.map((template, index) => (
        <button
          key={template.id}
          id={`template-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === place}
          className={css.option}
          onMouseMove={() => onPoint(index)}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(index);
          }}
        >
          <span className={css.name}>
            <span className="cut">{template.name}</span>
            {template.isShared ? null : <Badge>{t('templates.own')}</Badge>}
            {template.language === 'en' ? <Badge tone="blue">EN</Badge> : null}
          </span>
          <span className={`${css.words} cut`}>{filledText(template.text, values, t)}</span>
        </button>
      ))}
    </div>
  );
};
