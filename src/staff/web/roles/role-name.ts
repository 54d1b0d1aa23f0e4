import { useTexts } from '../../../ui/texts.ts';

/** Built-in roles are named in the reader's language, others as they were called. */
export const useRoleName = (): ((role: { code: string | null; name: string }) => string) => {
  const t = useTexts('staff');
  return ({ code, name }) => (code ? t(`role.${code}`) : name);
};
