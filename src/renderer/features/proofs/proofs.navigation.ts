import { IconFileCheck, IconFileUnknown } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const proofsNavigation: FeatureNavigation = {
  entries: [{ to: '/proofs', icon: IconFileCheck, labelKey: 'proofs:nav', order: 38 }],
  actions: [
    { id: 'proofs.list', labelKey: 'proofs:palette.list', icon: IconFileCheck, to: '/proofs' },
    { id: 'proofs.unproved', labelKey: 'proofs:palette.unproved', icon: IconFileUnknown, to: '/proofs/unproved' },
  ],
}
