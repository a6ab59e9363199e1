import { createSpotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()

const rowsOf = (listId: string): HTMLElement[] =>
  listId ? [...document.querySelectorAll<HTMLElement>(`#${listId} [data-action]`)] : []

/** The first row is what Enter opens: rows that come after the typing are not chosen by the list itself. */
export const chooseFirst = (): void => {
  const rows = rowsOf(paletteStore.getState().listId)
  rows.forEach((row, i) => {
    row.toggleAttribute('data-selected', i === 0)
  })
  paletteStore.updateState((state) => ({ ...state, selected: rows.length > 0 ? 0 : -1 }))
}

/** The same where none is chosen: the list draws its rows anew now and then, and forgets which. */
export const chooseOne = (): void => {
  const rows = rowsOf(paletteStore.getState().listId)
  if (rows.length > 0 && !rows.some((row) => row.hasAttribute('data-selected'))) chooseFirst()
}
