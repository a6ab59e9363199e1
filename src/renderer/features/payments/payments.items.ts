import {
  IconArrowBackUp,
  IconArrowDownLeft,
  IconArrowsLeftRight,
  IconArrowUpRight,
  IconEraser,
  IconLink,
  IconPercentage,
  IconSortAscending,
  IconTrash,
} from '@tabler/icons-react'
import type { ActionTarget, FeatureItems } from '../../app/items.ts'
import { BounceDialog } from './BounceDialog.tsx'
import { DiscountDialog } from './DiscountDialog.tsx'
import { ItemMatches } from './ItemMatches.tsx'
import { MatchDialog } from './MatchDialog.tsx'
import { PaymentDetail } from './PaymentDetail.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { RefundDialog } from './RefundDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { SetOffDialog } from './SetOffDialog.tsx'
import { useAllocateOldest } from './useAllocateOldest.ts'
import { WriteOffDialog } from './WriteOffDialog.tsx'

const customer = ({ customer, items }: ActionTarget) => {
  if (customer) return null
  return items.length === 0 ? 'payments:missing.item' : 'payments:missing.oneCustomer'
}

/** Of one customer, and in one currency. */
const together = (target: ActionTarget) =>
  customer(target) ??
  (new Set(target.items.map(({ currency }) => currency)).size > 1 ? 'payments:missing.oneCurrency' : null)

const one = (target: ActionTarget) => (target.items.length === 1 ? null : 'payments:missing.oneItem')

export const paymentsItems: FeatureItems = {
  sections: [
    { id: 'payment', order: 20, Section: PaymentDetail },
    { id: 'matches', order: 30, Section: ItemMatches },
  ],
  actions: [
    {
      id: 'payments.receive',
      labelKey: 'payments:action.receive',
      shortcut: 'r',
      icon: IconArrowDownLeft,
      primary: true,
      missing: together,
      Dialog: ReceiptDialog,
    },
    {
      id: 'payments.match',
      labelKey: 'payments:action.match',
      shortcut: 'l',
      icon: IconLink,
      primary: true,
      missing: together,
      Dialog: MatchDialog,
    },
    {
      id: 'payments.oldest',
      labelKey: 'payments:action.oldest',
      shortcut: 'o',
      icon: IconSortAscending,
      missing: customer,
      useRun: useAllocateOldest,
    },
    {
      id: 'payments.bounce',
      labelKey: 'payments:action.bounce',
      shortcut: 'i',
      icon: IconArrowBackUp,
      missing: (target) =>
        one(target) ??
        (target.items[0]?.kind === 'payment' && target.items[0].amount < 0 ? null : 'payments:missing.receipt'),
      Dialog: BounceDialog,
    },
    {
      id: 'payments.refund',
      labelKey: 'payments:action.refund',
      shortcut: 'b',
      icon: IconArrowUpRight,
      missing: together,
      Dialog: RefundDialog,
    },
    {
      id: 'payments.writeOff',
      labelKey: 'payments:action.writeOff',
      shortcut: 's',
      icon: IconEraser,
      missing: (target) => one(target) ?? (target.items[0]?.open === 0 ? 'payments:missing.open' : null),
      Dialog: WriteOffDialog,
    },
    {
      id: 'payments.discount',
      labelKey: 'payments:action.discount',
      shortcut: 'x',
      icon: IconPercentage,
      missing: (target) => one(target) ?? ((target.items[0]?.open ?? 0) <= 0 ? 'payments:missing.debit' : null),
      Dialog: DiscountDialog,
    },
    {
      id: 'payments.setOff',
      labelKey: 'payments:action.setOff',
      shortcut: 'c',
      icon: IconArrowsLeftRight,
      missing: together,
      Dialog: SetOffDialog,
    },
    {
      id: 'payments.remove',
      labelKey: 'payments:action.remove',
      shortcut: 'Delete',
      icon: IconTrash,
      missing: (target) =>
        one(target) ??
        (['payment', 'adjustment'].includes(target.items[0]?.kind ?? '') ? null : 'payments:missing.movement'),
      Dialog: RemoveDialog,
    },
  ],
}
