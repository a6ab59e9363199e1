import type { ActionProps } from '../../app/items.ts'
import { AddDialog } from './AddDialog.tsx'

/** Keeps a document for the item stood on. */
export const AttachDialog = ({ target, onClose }: ActionProps) => {
  const [item] = target.items
  if (!item || !target.customer) return null
  return <AddDialog customer={target.customer} item={item} files={[]} onClose={onClose} />
}
