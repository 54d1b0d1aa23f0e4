import { Badge } from '../../../ui/show/badge.tsx';
import { Box } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import labels from '../labels/labels.module.css';
import { shownText } from './template-words.ts';
import css from './templates.module.css';
import type { Template } from './use-templates.ts';

type Props = {
  templates: readonly Template[];
  variables: readonly string[];
  onOpen: (id: number) => void;
};

/** Texts with the beginning of their words; a click opens one. */
export const TemplateRows = ({ templates, variables, onOpen }: Props) => {
  const t = useTexts('work');
  return (
    <Box>
      <ul className={labels.rows}>
        {templates.map((template) => (
          <li key={template.id} className={labels.row}>
            <button type="button" className={labels.pick} onClick={() => onOpen(template.id)}>
              <span className={css.text}>
                {template.name}
                <span className={`${css.words} cut`}>{shownText(template.text, variables, t)}</span>
              </span>
            </button>
            {template.language === 'en' ? <Badge tone="blue">EN</Badge> : null}
            <Badge tone={template.isShared ? 'teal' : 'gray'}>
              {t(template.isShared ? 'templates.shared' : 'templates.own')}
            </Badge>
          </li>
        ))}
      </ul>
    </Box>
  );
};
