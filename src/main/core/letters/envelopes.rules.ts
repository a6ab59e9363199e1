/** Millimetres, from the top left corner. */
export type Box = { left: number; top: number; width: number; height: number }
type Size = { width: number; height: number }

/**
 * Envelopes with a window on the right, as they are sold in France; no text fixes the window, makers keep to these
 * (general knowledge, not checked: the sheet of `postings.windowTest` shows how one’s own envelopes do). `sheet` is the A4
 * as it lies inside: folded in three in a DL, flat in a C4. It may slide as far as the envelope is larger.
 */
export const ENVELOPES = {
  DL: {
    envelope: { width: 220, height: 110 },
    window: { left: 100, top: 45, width: 100, height: 45 },
    sheet: { width: 210, height: 99 },
  },
  C4: {
    envelope: { width: 229, height: 324 },
    window: { left: 99, top: 55, width: 110, height: 50 },
    sheet: { width: 210, height: 297 },
  },
} as const satisfies Record<string, { envelope: Size; window: Box; sheet: Size }>
export type EnvelopeName = keyof typeof ENVELOPES

/** Of the sheet: what may show through the window, and what does however the sheet lies. */
export const seenThrough = (name: EnvelopeName): { sometimes: Box; always: Box } => {
  const { envelope, window, sheet } = ENVELOPES[name]
  const play = { across: envelope.width - sheet.width, down: envelope.height - sheet.height }
  const left = window.left - play.across
  const top = window.top - play.down
  const right = Math.min(window.left + window.width, sheet.width)
  const bottom = Math.min(window.top + window.height, sheet.height)
  return {
    sometimes: { left, top, width: right - left, height: bottom - top },
    always: {
      left: window.left,
      top: window.top,
      width: Math.min(right, window.left + window.width - play.across) - window.left,
      height: Math.min(bottom, window.top + window.height - play.down) - window.top,
    },
  }
}

/**
 * Where the recipient stands on every paper: 110 mm from the left (as in NF Z 11-001) and, since the lines stand at the
 * bottom of it, within what both envelopes always show as long as there are no more than five.
 */
export const ADDRESS_BOX: Box = { left: 110, top: 45, width: 80, height: 33 }

/** Millimetres that five lines of an address take, in the usual size. */
export const FIVE_LINES = 22.5
