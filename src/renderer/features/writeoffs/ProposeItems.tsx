import type { ActionProps } from '../../app/items.ts'
import { ProposeDialog } from './ProposeDialog.tsx'

/** A proposal for the items ticked. */
export const ProposeItems = ({ target, onClose }: ActionProps) =>
  target.customer && (
    <ProposeDialog
      customer={target.customer}
      items={target.items.filter(({ open }) => open > 0)}
      onClose={(id) => onClose(id !== undefined)}
    />
  )
