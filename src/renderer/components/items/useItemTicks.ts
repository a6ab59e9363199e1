import { useMemo, useState } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Ticks } from '../DataTable.tsx'

const NONE: ReadonlyMap<string, ItemRow> = new Map()

/** Items ticked in a list, in the order they were. `list` names what is listed: another one has none ticked. */
export const useItemTicks = (list: string) => {
  const t = useT()
  const [state, setState] = useState({ list, rows: NONE })
  const rows = state.list === list ? state.rows : NONE
  return useMemo(() => {
    const toggle = (items: readonly ItemRow[]) =>
      setState((old) => {
        const next = new Map(old.list === list ? old.rows : NONE)
        const all = items.every(({ id }) => next.has(id))
        for (const item of items) {
          if (all) next.delete(item.id)
          else next.set(item.id, item)
        }
        return { list, rows: next }
      })
    const ticks: Ticks<ItemRow> = {
      ids: new Set(rows.keys()),
      toggle,
      label: ({ number }) => t('common:items.tick', { number }),
      labelAll: t('common:items.tickAll'),
    }
    return { items: [...rows.values()], ticks, clear: () => setState({ list, rows: NONE }) }
  }, [list, rows, t])
}
