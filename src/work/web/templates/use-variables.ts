import { useTexts } from '../../../ui/texts.ts';
import { keptText, shownText } from './template-words.ts';
import { useTemplates } from './use-templates.ts';

/** The variables that texts can hold, and texts as people read them and as they are kept. */
export const useVariables = () => {
  const t = useTexts('work');
  const { variables, personal } = useTemplates();
  return {
    variables,
    impersonal: variables.filter((name) => !personal.includes(name)),
    shown: (text: string): string => shownText(text, variables, t),
    kept: (text: string): string => keptText(text, variables, t),
  };
};
