import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { ElementCheck } from '../../../../main/core/letters/formal.schema.ts'
import { useT } from '../../../app/i18n.ts'
import { CustomerInput, type NamedCustomer } from '../../../components/CustomerInput.tsx'
import { Note } from '../../../components/Note.tsx'
import { NoticeElements } from './NoticeElements.tsx'
import type { Wording } from './wording.ts'

type Props = {
  of: Wording['of']
  /** The one asked for; null leaves the choice to the program. */
  customer: NamedCustomer | null
  /** Whose figures the page shows. */
  shown: NamedCustomer | null
  elements: readonly ElementCheck[]
  onChoose: (customer: NamedCustomer | null) => void
}

const INVENTED = {
  credit: 'wordings:previewCredit',
  email: 'wordings:previewEmail',
  agreement: 'wordings:previewAgreement',
} as const

/** Over the page: whose figures it shows, and what a formal notice has of its elements. */
export const PreviewOf = ({ of, customer, shown, elements, onChoose }: Props) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const missing = elements.filter(({ state }) => state === 'missing').length
  if (of !== 'reminder')
    return (
      <Text size="sm" c="dimmed">
        {t(INVENTED[of])}
      </Text>
    )
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed" style={{ flex: 'none' }}>
          {t('wordings:previewWith')}
        </Text>
        <CustomerInput
          key={customer?.id ?? ''}
          size="xs"
          clearable
          style={{ flex: 1 }}
          aria-label={t('wordings:previewWith')}
          placeholder={shown?.name ?? t('wordings:previewAny')}
          value={customer}
          onChange={onChoose}
        />
      </Group>
      {elements.length > 0 && (
        <Note tone={missing > 0 ? 'late' : 'settled'} role="status">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" fw={600}>
              {missing > 0 ? t('wordings:elements.summary', { count: missing }) : t('wordings:elements.allThere')}
            </Text>
            <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'wordings:elements.hide' : 'wordings:elements.show')}
            </Button>
          </Group>
          {(open || missing > 0) && <NoticeElements elements={elements} customerId={shown?.id ?? null} open={!open} />}
        </Note>
      )}
    </>
  )
}
