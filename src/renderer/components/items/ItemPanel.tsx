import { Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { useT } from '../../app/i18n.ts'
import { itemSections } from '../../app/items.ts'
import { ButtonLink } from '../links.tsx'
import { SidePanel } from '../SidePanel.tsx'
import { useItem } from './useItem.ts'

type Props = { row: ItemRow; asOf: Day; onClose: () => void; customerLink?: boolean }

/** One item beside the list: everything the features know of it, one section each. */
export const ItemPanel = ({ row, asOf, onClose, customerLink = false }: Props) => {
  const t = useT()
  const item = useItem(row, asOf)
  const gone = item === null
  const leave = useRef(onClose)
  leave.current = onClose
  useEffect(() => {
    if (gone) leave.current()
  }, [gone])
  if (gone) return null
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t('receivables:item.title', { kind: t(`receivables:kind.${item.kind}`), number: item.number })}
    >
      {itemSections.map(({ id, Section }) => (
        <Section key={`${id} ${item.id}`} item={item} asOf={asOf} />
      ))}
      {customerLink && (
        <Group>
          <ButtonLink to="/customers/$id" params={{ id: item.customerId }} variant="default">
            {t('receivables:item.openCustomer')}
          </ButtonLink>
        </Group>
      )}
    </SidePanel>
  )
}
