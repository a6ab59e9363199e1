import { createSpotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()

/** The first row is what Enter opens: rows that come after the typing are not chosen by the list itself. */
export const chooseFirst = (): void => {
  const { listId } = paletteStore.getState()
  const rows = listId ? document.querySelectorAll(`#${listId} [data-action]`) : []
  rows.forEach((row, i) => {
    row.toggleAttribute('data-selected', i === 0)
  })
  paletteStore.updateState((state) => ({ ...state, selected: rows.length > 0 ? 0 : -1 }))
}
