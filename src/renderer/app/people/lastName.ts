const KEPT_AS = 'encours.name'

/** Who signed in last on this computer; empty before anybody did. */
export const lastName = (): string => localStorage.getItem(KEPT_AS) ?? ''

export const rememberName = (name: string): void => localStorage.setItem(KEPT_AS, name)
