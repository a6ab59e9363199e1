import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { StatementDialog, type StatementOf } from './StatementDialog.tsx'

/** Opens the statement of account of a customer, as it would be printed. */
export const StatementButton = ({ customer }: { customer: StatementOf }) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={16} />} onClick={() => setOpen(true)}>
        {t('papers:statement.action')}
      </Button>
      {open && <StatementDialog customer={customer} onClose={() => setOpen(false)} />}
    </>
  )
}
