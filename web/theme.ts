import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one colour of our own: a deep green-blue. White on shade 7 and shade 7 on white have a contrast of 7 to 1. */
const key: MantineColorsTuple = ['#eef7f6', '#d9ecea', '#b0d9d5', '#84c4bf', '#5fb2ab', '#3f9c94', '#2b7f79', '#1f5f5b', '#184c49', '#103836'];

/** The look of the application, in one place: colours, sizes, and what every component starts from. */
export const theme = createTheme({
  colors: { key },
  primaryColor: 'key',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontWeight: '620',
    sizes: { h1: { fontSize: '1.375rem', lineHeight: '1.3' }, h2: { fontSize: '1.0625rem', lineHeight: '1.4' }, h3: { fontSize: '0.9375rem' } },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'md' } },
    Button: { defaultProps: { size: 'xs' } },
    // Its title is text, whatever the colour of the note around it.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    // The head of a dialog is no banner of the page.
    Modal: {
      defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' }, attributes: { header: { role: 'presentation' } } },
      styles: { title: { lineHeight: 1.35 } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Tooltip: { defaultProps: { openDelay: 250, events: { hover: true, focus: true, touch: false } } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

/** Where the defaults are paler than WCAG 2.2 AA allows. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfbfa',
    '--mantine-color-text': '#1d2424',
    '--mantine-color-dimmed': '#4f5a5a',
    '--mantine-color-placeholder': '#616b6b',
    '--mantine-color-error': '#b42318',
    '--mantine-color-disabled-color': '#5d6767',
    '--mantine-color-anchor': '#1f5f5b',
    '--mantine-color-default-border': '#c9d0cf',
  },
  dark: {
    '--mantine-color-body': '#161a1a',
    '--mantine-color-text': '#e3e8e7',
    '--mantine-color-dimmed': '#a9b3b2',
    '--mantine-color-placeholder': '#98a3a2',
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-disabled-color': '#98a3a2',
    '--mantine-color-anchor': '#84c4bf',
    '--mantine-color-default': '#1e2424',
    '--mantine-color-default-hover': '#283030',
    '--mantine-color-default-border': '#3b4544',
  },
});
