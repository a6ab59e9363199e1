import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../kernel/calls.ts'
import type { View, viewsContract } from './views.contract.ts'
import { deleteView, listViews, upsertView } from './views.repository.ts'

export const viewsCalls: Handlers<typeof viewsContract> = {
  list: async (ctx, { screen }) => {
    const rows = await listViews(ctx.db, screen)
    return { views: rows.map((row) => ({ ...row, params: JSON.parse(row.params) as View['params'] })) }
  },
  save: async (ctx, { screen, name, params }) => {
    const { id } = await upsertView(ctx.db, { id: uuidv7(), screen, name, params: JSON.stringify(params) })
    return { id, screen, name, params }
  },
  remove: async (ctx, { id }) => {
    await deleteView(ctx.db, id)
    return {}
  },
}
