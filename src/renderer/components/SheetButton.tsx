import { Button } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { saveFile } from '../api/download.ts'
import { useErrorToast } from '../api/useErrorToast.ts'
import { useLanguage, useT } from '../app/i18n.ts'

type Asked = Omit<Parameters<typeof client.reports.sheets>[0], 'language'>

/** Every table of a screen as one workbook, in the language of the window. */
export const SheetButton = (asked: Asked) => {
  const t = useT()
  const language = useLanguage()
  const failed = useErrorToast()
  const save = useMutation({
    mutationFn: () => client.reports.sheets({ ...asked, language }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <Button
      variant="default"
      leftSection={<IconTable size={16} />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('reports:sheet')}
    </Button>
  )
}
