const ID = 'side'

/** Where side panels are drawn: right of the screen, under the header. */
export const sidePlaceId = ID
export const sidePlace = (): HTMLElement | null => document.getElementById(ID)
