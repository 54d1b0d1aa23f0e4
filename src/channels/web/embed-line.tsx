import { currentLanguage } from '../../ui/language.ts';
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
        <input
          className={css.line}
          readOnly
          aria-label={t('aside.embed')}
          value={line}
          onFocus={(event) => event.target.select()}
        />
      </CardSection>
    </Box>
  );
};
