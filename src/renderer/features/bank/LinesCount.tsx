import { Text } from '@mantine/core'
import { useT } from '../../app/i18n.ts'

type Props = { counts: { receipts: number; returns: number }; done: number }

/** What is left of the sitting, and what was done in it. */
export const LinesCount = ({ counts: { receipts, returns }, done }: Props) => {
  const t = useT()
  const parts = [
    receipts > 0 && t('bank:lines.receipts', { count: receipts }),
    returns > 0 && t('bank:lines.returns', { count: returns }),
    receipts + returns === 0 && t('bank:lines.nothingLeft'),
    done > 0 && t('bank:lines.done', { count: done }),
  ]
  return (
    <Text size="sm" c="dimmed" role="status">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  )
}
