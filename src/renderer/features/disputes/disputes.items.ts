import { IconMessageCircleQuestion } from '@tabler/icons-react'
import { isClaim } from '../../../main/core/disputes/disputes.rules.ts'
import type { FeatureItems } from '../../app/items.ts'
import { ItemDisputes } from './ItemDisputes.tsx'
import { OpenDialog } from './OpenDialog.tsx'

export const disputesItems: FeatureItems = {
  sections: [{ id: 'disputes', order: 50, Section: ItemDisputes }],
  actions: [
    {
      id: 'disputes.open',
      labelKey: 'disputes:action',
      shortcut: 'd',
      icon: IconMessageCircleQuestion,
      primary: true,
      missing: ({ items }) => {
        const [item] = items
        if (!item) return 'disputes:missing.item'
        if (items.length > 1) return 'disputes:missing.oneItem'
        if (!isClaim(item)) return 'disputes:missing.claim'
        if (item.open <= 0) return 'disputes:missing.open'
        return item.disputed >= item.open ? 'disputes:missing.contested' : null
      },
      Dialog: OpenDialog,
    },
  ],
}
