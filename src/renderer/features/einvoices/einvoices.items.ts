import type { FeatureItems } from '../../app/items.ts'
import { ItemEInvoice } from './ItemEInvoice.tsx'

export const einvoicesItems: FeatureItems = {
  sections: [{ id: 'einvoice', order: 65, Section: ItemEInvoice }],
  actions: [],
}
