import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

const gray: MantineColorsTuple = [
  '#f4f6f8',
  '#eef1f4',
  '#e2e6eb',
  '#d6dce3',
  '#cbd2da',
  '#636e7b',
  '#55606e',
  '#3c4653',
  '#29323d',
  '#17202b',
];

const dark: MantineColorsTuple = [
  '#e3e8ed',
  '#bcc5cf',
  '#9ea8b4',
  '#8c97a5',
  '#2d353f',
  '#222932',
  '#1a1f26',
  '#15191f',
  '#101318',
  '#0a0d10',
];

const teal: MantineColorsTuple = [
  '#e3f5f3',
  '#c6ebe7',
  '#98dbd4',
  '#45c4b8',
  '#2fb0a5',
  '#17948b',
  '#0f7f78',
  '#0b6e69',
  '#095d59',
  '#074a46',
];

const red: MantineColorsTuple = [
  '#fdeeee',
  '#fbdcdc',
  '#f7b8b9',
  '#f2797b',
  '#ea5a5d',
  '#dd4347',
  '#c5282d',
  '#b52328',
  '#a01a1e',
  '#7f1417',
];

/** The names that Mantine's colours have, and the tone of ours that stands for each. */
const tones = { teal: 'teal', gray: 'gray', red: 'red', blue: 'blue', green: 'green' } as const;

const softVariables = Object.fromEntries(
  Object.entries(tones).flatMap(([color, tone]) => [
    [`--mantine-color-${color}-light`, `var(--${tone}-soft)`],
    [`--mantine-color-${color}-light-hover`, `var(--${tone}-soft)`],
    [`--mantine-color-${color}-light-color`, `var(--${tone}-on-soft)`],
  ]),
);

const everyScheme: Record<string, string> = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-teal-filled': 'var(--accent)',
  '--mantine-color-teal-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  ...softVariables,
};

/** Hands our own tokens to Mantine, so that one place (tokens.css) decides every colour. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: everyScheme,
  dark: everyScheme,
});

const overlay = { shadow: 'md', radius: 'md', transitionProps: { duration: 90 } };

const themeOptions: MantineThemeOverride = {
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 3 },
  colors: { gray, dark, teal, red },
  white: '#ffffff',
  black: '#17202b',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.35' },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  shadows: { md: 'var(--shadow)', xl: 'var(--shadow)' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors;
  },
  // By name, not by `Button.extend`: the theme must not bring every component into the first load.
  components: {
    Button: { defaultProps: { variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Checkbox: { defaultProps: { size: 'sm', radius: 'xs' } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Menu: { defaultProps: overlay },
    Popover: { defaultProps: overlay },
    // What opens over the page stands inside a landmark, so that screen readers can find it.
    Portal: { defaultProps: { target: '#overlays' } },
    Tooltip: { defaultProps: { openDelay: 350, withinPortal: true } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        centered: true,
        padding: 'lg',
        transitionProps: { duration: 90 },
      },
    },
  },
};

/** The theme with the few words that Mantine's own components carry. */
export const themeWith = (words: { close: string }): MantineThemeOverride =>
  createTheme({
    ...themeOptions,
    components: {
      ...themeOptions.components,
      CloseButton: { defaultProps: { 'aria-label': words.close } },
    },
  });
