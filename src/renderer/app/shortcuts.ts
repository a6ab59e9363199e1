import { useEffect, useRef, useSyncExternalStore } from 'react'

/** A single key that works on the screen that names it, while no field has the focus. */
export type Shortcut = { key: string; label: string; run: () => void }

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
    const mine = latest.current.map(({ key, label }) => ({
      key,
      label,
      run: () => latest.current.find((one) => one.key === key)?.run(),
    }))
    set([...current, ...mine])
    return () => set(current.filter((one) => !mine.includes(one)))
  }, [signature])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Keys that work everywhere; the frame gives them, screens add theirs. */
export const useShortcutKeys = (everywhere: Shortcut[]): void => {
  const latest = useRef(everywhere)
  latest.current = everywhere
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return
      // The screen on top was mounted last.
      const shortcut = [...latest.current, ...current].findLast(({ key }) => key === event.key)
      if (!shortcut) return
      event.preventDefault()
      shortcut.run()
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
