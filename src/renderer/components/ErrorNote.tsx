import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { errorText } from '../api/errors.ts'
import { useT } from '../app/i18n.ts'

/** The sentence of a failed call, where it failed; nothing when there is no error. */
export const ErrorNote = ({ error }: { error: unknown }) => {
  const t = useT()
  if (!error) return null
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />} c="var(--risk)">
      {errorText(error, t)}
    </Alert>
  )
}
