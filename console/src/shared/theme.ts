import { createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = ['#eef8f6', '#d9eeeb', '#b0ddd7', '#82cac1', '#58b7ac', '#36a397', '#1f8f84', '#117d73', '#0f766e', '#0a5a54'];
const gray: MantineColorsTuple = ['#f7f8f8', '#f0f2f2', '#e4e8e7', '#d5dbda', '#bcc5c3', '#95a19f', '#66726f', '#4a5654', '#2f3a38', '#1a2322'];
const dark: MantineColorsTuple = ['#e6ebea', '#c3ccca', '#9aa6a4', '#7d8a88', '#3c4645', '#2c3534', '#202828', '#171d1d', '#101515', '#0b0f0f'];

/** Four sizes and no more: label 13, body 15 (16 under a finger), heading 20, figure 36. */
export const theme = createTheme({
  fontFamily: "Pretendard, -apple-system, BlinkMacSystemFont, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK KR', monospace",
  fontSizes: { xs: 'var(--size-label)', sm: 'var(--size-label)', md: 'var(--size-body)', lg: 'var(--size-heading)', xl: 'var(--size-figure)' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.5', lg: '1.35', xl: '1.1' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--size-heading)', lineHeight: '1.35' },
      h2: { fontSize: 'var(--size-heading)', lineHeight: '1.35' },
      h3: { fontSize: 'var(--size-body)', lineHeight: '1.5' },
    },
  },
  colors: { teal, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.2,
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  components: {
    Button: { defaultProps: { size: 'sm', fw: 600, variant: 'filled' } },
    Switch: { defaultProps: { withThumbIndicator: false } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, radius: 12, transitionProps: { duration: 150 } } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md', radius: 8 } },
    Tooltip: { defaultProps: { transitionProps: { duration: 100 }, withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});
