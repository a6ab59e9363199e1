import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useLanguage, useT } from '../../app/i18n.ts'

/** A version of the policy as a PDF to sign, in the language of the window. */
export const PrintVersion = ({ version }: { version: number }) => {
  const t = useT()
  const language = useLanguage()
  const failed = useErrorToast()
  const print = useMutation({
    mutationFn: () => client.policy.print({ version, language }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      ml={-6}
      mt={2}
      leftSection={<IconDownload size={13} />}
      loading={print.isPending}
      aria-label={t('policy:printOf', { version })}
      onClick={() => print.mutate()}
    >
      {t('policy:print')}
    </Button>
  )
}
