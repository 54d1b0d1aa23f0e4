import { Group } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import css from '../settings/rows.module.css';

/** Each lets its owner in once without the phone; they are never shown again. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => {
  const t = useTexts('staff');
  return (
    <div className={css.stack}>
      <p>{t('second.codesText')}</p>
      <div className={css.secret} style={{ columns: 2 }}>
        {codes.map((code) => (
          <div key={code}>{code}</div>
        ))}
      </div>
      <Group>
        <CopyButton variant="filled" text={codes.join('\n')} />
      </Group>
    </div>
  );
};
