import { IconPaperclip } from '@tabler/icons-react'
import { isClaim } from '../../../main/core/disputes/disputes.rules.ts'
import type { FeatureItems } from '../../app/items.ts'
import { AttachDialog } from './AttachDialog.tsx'
import { ItemProofs } from './ItemProofs.tsx'

export const proofsItems: FeatureItems = {
  sections: [{ id: 'proofs', order: 60, Section: ItemProofs }],
  actions: [
    {
      id: 'proofs.attach',
      labelKey: 'proofs:action.add',
      shortcut: 'f',
      icon: IconPaperclip,
      missing: ({ items }) => {
        const [item] = items
        if (!item || items.length > 1) return 'proofs:action.oneItem'
        return isClaim(item) ? null : 'proofs:action.claim'
      },
      Dialog: AttachDialog,
    },
  ],
}
