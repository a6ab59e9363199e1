import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Translate } from './i18n.ts'

/** A single key, or several of one kind, that works on the screen that names it, while no field has the focus. */
export type Shortcut = { key: string | readonly string[]; label: string; run: (key: string) => void }

let current: readonly Shortcut[] = []
const listeners = new Set<() => void>()
const set = (next: readonly Shortcut[]) => {
  current = next
  for (const listener of listeners) listener()
}

export const useCurrentShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )

/** Keys of a screen (`n` new, `e` edit), listed under `?` while it is shown. */
export const useShortcuts = (shortcuts: Shortcut[]): void => {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const signature = shortcuts.map(({ key, label }) => `${key} ${label}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the shortcuts, which are new objects on every render
  useEffect(() => {
    const mine = latest.current.map(({ key, label }, place) => ({
      key,
      label,
      run: (pressed: string) => latest.current[place]?.run(pressed),
    }))
    set([...current, ...mine])
    return () => set(current.filter((one) => !mine.includes(one)))
  }, [signature])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Enter on a button or a link is that button's own. */
const isPressing = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' &&
  target instanceof Element &&
  target.closest('a, button, [role="menuitem"], [role="option"]') !== null

const taken = new WeakSet<Event>()
// Before anyone acts on the key: the Esc that closes a dialog is heard on, when the dialog is gone.
window.addEventListener(
  'keydown',
  (event) => {
    const choosing = event.target instanceof Element && event.target.closest('[role="menu"], [role="listbox"]')
    if (choosing || document.querySelector('[role="dialog"][aria-modal="true"]')) taken.add(event)
  },
  { capture: true },
)

/** Whether a key was pressed in a dialog, a menu or a list of choices over the screen: it is meant for that alone. */
export const isTaken = (event: KeyboardEvent): boolean => taken.has(event)

/** The digit of a key that a French keyboard gives another sign to. */
const digitOf = ({ code, shiftKey }: KeyboardEvent): string | undefined =>
  shiftKey ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]

/** Keys that work everywhere; the frame gives them, screens add theirs. */
export const useShortcutKeys = (everywhere: Shortcut[]): void => {
  const latest = useRef(everywhere)
  latest.current = everywhere
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      if (isTaken(event) || isPressing(event)) return
      // The screen on top was mounted last.
      const all = [...latest.current, ...current]
      for (const pressed of [event.key, digitOf(event)]) {
        const shortcut = pressed && all.findLast(({ key }) => [key].flat().includes(pressed))
        if (!shortcut) continue
        event.preventDefault()
        shortcut.run(pressed)
        return
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** Takes a key of lists to the list of the screen while nothing has the focus: no click is needed before `j`. */
export const walkList = (key: string): void => {
  const list = document.querySelector<HTMLElement>('main [role="grid"]')
  if (!list || (document.activeElement && document.activeElement !== document.body)) return
  list.focus()
  list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
}

/** Goes to the search field of the screen: the one marked `data-search`. */
export const focusSearch = (): void => {
  const field = document.querySelector<HTMLInputElement>('input[data-search], [data-search] input')
  field?.focus()
  field?.select()
}

/** A key as it is printed on the keyboard. */
export const keyName = (key: string, t: Translate): string => {
  if (key === 'Escape') return t('common:shortcuts.keys.escape')
  if (key === 'Enter') return t('common:shortcuts.keys.enter')
  return key === 'Delete' ? t('common:shortcuts.keys.delete') : key
}
