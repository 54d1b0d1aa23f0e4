import { useTexts } from '../../../ui/texts.ts';
import css from '../imports.module.css';
import type { MappingFault } from './mapping-check.ts';

/** Why the mapping as it stands cannot be saved. */
export const Fault = ({ fault }: { fault: MappingFault | null }) => {
  const t = useTexts('imports');
  if (!fault) return null;
  const words =
    fault.kind === 'twice'
      ? t('errors.target_twice', { target: t(`targets.${fault.target}`) })
      : t('errors.key_not_mapped');
  return (
    <p className={css.failure} role="alert">
      {words}
    </p>
  );
};
