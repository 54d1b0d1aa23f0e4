import { currentLanguage } from '../../ui/language.ts';
import { CopyButton } from '../../ui/show/copy-button.tsx';
import { Box, CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './channels.module.css';

/** The one line that puts the request form on the operator's site. */
export const EmbedLine = () => {
  const t = useTexts('channels');
  const { origin } = globalThis.location;
  const settings = `data-lang="${currentLanguage()}" data-theme="auto"`;
  const line = `<script src="${origin}/form/embed.js" ${settings} async></script>`;
  return (
    <Box>
      <CardSection
        title={t('aside.embed')}
        actions={
          <a href="/form" target="_blank" rel="noreferrer">
            {t('aside.openForm')}
          </a>
        }
      >
        <p className={css.text}>{t('aside.embedText')}</p>
        <code className={css.line}>{line}</code>
        <CopyButton text={line} />
      </CardSection>
    </Box>
  );
};
