import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { StrictMode, type ReactNode } from 'react';
import { cssVariables, theme } from './theme.ts';

// The same key that public/theme.js reads before the first paint.
const schemes = localStorageColorSchemeManager({ key: 'bereg.scheme' });

/** Colours, sizes and the chosen scheme for everything below. */
export const Themed = ({ children }: { children: ReactNode }) => (
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  </StrictMode>
);
