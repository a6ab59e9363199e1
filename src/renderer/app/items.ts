import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Day } from '../../main/core/kernel/day.ts'
import type { ItemRow } from '../../main/core/receivables/receivables.contract.ts'
import { deliveriesItems } from '../features/deliveries/deliveries.items.ts'
import { disputesItems } from '../features/disputes/disputes.items.ts'
import { dunningItems } from '../features/dunning/dunning.items.ts'
import { einvoicesItems } from '../features/einvoices/einvoices.items.ts'
import { instalmentsItems } from '../features/instalments/instalments.items.ts'
import { paymentsItems } from '../features/payments/payments.items.ts'
import { proofsItems } from '../features/proofs/proofs.items.ts'
import { receivablesItems } from '../features/receivables/receivables.items.ts'
import { writeoffsItems } from '../features/writeoffs/writeoffs.items.ts'
import type { TextKey } from './i18n.ts'

/** A part of the panel of an item; null where it has nothing to say. */
export type ItemSection = {
  id: string
  /** 10 facts, 20 payment, 30 matches, 40 instalments, 50 disputes, 60 proofs, 65 e-invoice, 70 dates, 85 plan, 90 hold. */
  order: number
  Section: ComponentType<{ item: ItemRow; asOf: Day }>
}

/** The items ticked or stood on, and the customer they belong to: null when there is none, or several. */
export type ActionTarget = {
  customer: { id: string; name: string } | null
  items: readonly ItemRow[]
}

export type ActionProps = {
  target: ActionTarget
  /** True when it was done: what was ticked has changed. */
  onClose: (done?: boolean) => void
}

/** Something to do with items: by its button, its key, or from the palette. */
export type ItemAction = {
  id: string
  labelKey: TextKey
  /** Single key, while no field has the focus. */
  shortcut: string
  icon: Icon
  /** Stands on the bar; the others are in its menu. */
  primary?: boolean
  /** Why it cannot be done with what is selected; null when it can. */
  missing: (target: ActionTarget) => TextKey | null
} & (
  | {
      /** Asks what is to be known; mounted when the action starts. */
      Dialog: ComponentType<ActionProps>
    }
  | {
      /** Done in one step; called as a hook. */
      useRun: () => (props: ActionProps) => void
    }
)

/** What a feature adds to items. */
export type FeatureItems = { sections: ItemSection[]; actions: ItemAction[] }

const features: FeatureItems[] = [
  receivablesItems,
  paymentsItems,
  instalmentsItems,
  writeoffsItems,
  disputesItems,
  dunningItems,
  proofsItems,
  einvoicesItems,
  deliveriesItems,
]

export const itemSections = features.flatMap(({ sections }) => sections).sort((a, b) => a.order - b.order)
export const itemActions = features.flatMap(({ actions }) => actions)
