import { useTexts } from '../../ui/texts.ts';

/** The values of a field as a Select takes them, in the words of the screen. */
export const useChoices = <Value extends string>(
  field: string,
  values: readonly Value[],
): { value: Value; label: string }[] => {
  const t = useTexts('subscribers');
  return values.map((value) => ({ value, label: t(`choices.${field}.${value}`) }));
};
