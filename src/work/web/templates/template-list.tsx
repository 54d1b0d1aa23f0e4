import { useEffect, useState, type KeyboardEvent } from 'react';
import { isMeant } from '../../../ui/layout-slip.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { filledText } from './template-words.ts';
import css from './templates.module.css';
import { type Template, useTemplates, useTemplateValues } from './use-templates.ts';

const MOST_SHOWN = 50;

/** Templates that are meant by the words typed: by name first, then by what they say. */
const meantBy = (templates: readonly Template[], query: string): Template[] => {
  if (query === '') return templates.slice(0, MOST_SHOWN);
  const byName = templates.filter(({ name }) => isMeant(name, query));
  const byText = templates.filter((one) => !byName.includes(one) && isMeant(one.text, query));
  return [...byName, ...byText].slice(0, MOST_SHOWN);
};

type Asked = { at: { entity: string; entityId: number }; query: string | null };

/**
 * The list that opens while somebody types `/`; its keys are taken before the field's own.
 * @param query what was typed after the sign, or null while the list is closed
 */
export const useTemplateList = ({ at, query }: Asked, onChoose: (text: string) => void) => {
  const t = useTexts('work');
  const { templates } = useTemplates();
  const isOpen = query !== null;
  const values = useTemplateValues(at, isOpen);
  const [place, setPlace] = useState(0);
  useEffect(() => setPlace(0), [query]);
  const meant = isOpen ? meantBy(templates, query.trim()) : [];
  const choose = (template: Template | undefined): void => {
    if (template) onChoose(filledText(template.text, values, t));
  };
  return {
    isOpen: isOpen && templates.length > 0,
    meant,
    place,
    setPlace,
    choose,
    values,
    /** @returns whether the key was the list's */
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (!isOpen || meant.length === 0 || event.ctrlKey || event.metaKey) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
      if (step === undefined && !/^(Enter|NumpadEnter|Tab)$/.test(event.code)) return false;
      event.preventDefault();
      if (step === undefined) choose(meant[place]);
      else setPlace((place + step + meant.length) % meant.length);
      return true;
    },
  };
};

type Props = ReturnType<typeof useTemplateList>;

/** Names with the text as it will stand in the answer. */
export const TemplateList = ({ isOpen, meant, place, setPlace, choose, values }: Props) => {
  const t = useTexts('work');
  useEffect(() => {
    document.getElementById(`template-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  if (!isOpen) return null;
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
          onMouseMove={() => setPlace(index)}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(template);
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
