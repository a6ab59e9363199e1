import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Modal,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'

const small = { defaultProps: { size: 'sm' } }

/** Defaults of every component, set once. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  colors: {
    dark: [
      '#dfe3e8',
      '#bcc4cd',
      '#9aa4af',
      '#707b87',
      '#3d454e',
      '#2c3239',
      '#21262c',
      '#16191d',
      '#101316',
      '#0b0d0f',
    ],
    // White words on the fill of a grave button, at AA contrast in both schemes.
    red: ['#fdecec', '#f9d5d5', '#f0a9a9', '#e77b7b', '#df5353', '#d93a3a', '#c92a2a', '#b31b1b', '#9a1515', '#7d0a12'],
    ink: ['#edf3fa', '#d8e4f1', '#b3cae3', '#8aadd4', '#6794c7', '#4f84bf', '#3b73b1', '#235a97', '#1f4e79', '#173c5f'],
  },
  components: {
    Anchor: Anchor.extend({ defaultProps: { inherit: true } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { radius: 'sm', variant: 'light', tt: 'none', fw: 500 } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontWeight: 600 } },
    }),
    NumberInput: NumberInput.extend({ ...small }),
    PasswordInput: PasswordInput.extend({ ...small }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({ ...small }),
    Table: Table.extend({ defaultProps: { fz: 'sm', verticalSpacing: 6 } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Textarea: Textarea.extend({ ...small }),
    TextInput: TextInput.extend({ ...small }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
})

/**
 * Colours with a meaning. Late is amber, risk red, settled green, each as text on the page and on its own tint, at AA
 * contrast in both schemes. Ageing goes from grey to deep red: the two ends, mixed in equal steps by `ageingColour`.
 */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a626b',
    '--mantine-color-placeholder': '#6b737c',
    '--mantine-color-error': '#c01f1f',
    '--page': '#ffffff',
    '--frame': '#f4f5f7',
    '--line': '#e1e4e8',
    '--row-hover': '#f4f6f9',
    '--row-selected': '#e3edf8',
    '--late': '#8a5300',
    '--late-tint': '#fdf1d8',
    '--risk': '#b31b1b',
    '--risk-tint': '#fce8e6',
    '--settled': '#20703a',
    '--settled-tint': '#e3f4e7',
    '--ageing-first': '#c9ced6',
    '--ageing-last': '#7d0a12',
    '--ageing-credit': '#8fb7a0',
  },
  dark: {
    '--mantine-color-dimmed': '#a4adb8',
    '--mantine-color-placeholder': '#8d97a3',
    '--mantine-color-error': '#ff8f8f',
    '--page': '#16191d',
    '--frame': '#101316',
    '--line': '#2c3239',
    '--row-hover': '#1e2329',
    '--row-selected': '#1d3247',
    '--late': '#f0b44c',
    '--late-tint': '#3a2c0f',
    '--risk': '#ff9590',
    '--risk-tint': '#431d1d',
    '--settled': '#7fce94',
    '--settled-tint': '#16331f',
    '--ageing-first': '#4a525c',
    '--ageing-last': '#e0463f',
    '--ageing-credit': '#4d8264',
  },
})

/** Colour of the n-th of `steps` ageing columns, from not due (0) to the oldest. */
export const ageingColour = (step: number, steps: number): string => {
  const share = steps > 1 ? Math.round((step / (steps - 1)) * 100) : 0
  return `color-mix(in oklab, var(--ageing-last) ${share}%, var(--ageing-first))`
}
