import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { StrictMode, type ReactNode } from 'react';
import { textIn } from './texts.ts';
import { cssVariables, themeWith } from './theme.ts';

// The same key that public/theme.js reads before the first paint.
const schemes = localStorageColorSchemeManager({ key: 'bereg.scheme' });

/** Colours, sizes and the chosen scheme for everything below. */
export const Themed = ({ children }: { children: ReactNode }) => (
  <StrictMode>
    <MantineProvider
      theme={themeWith({ close: textIn('ui')('close') })}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {children}
      <section id="overlays" aria-label={textIn('ui')('overlays')} />
    </MantineProvider>
  </StrictMode>
);
