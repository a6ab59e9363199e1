import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'

type Props<Format extends string> = {
  formats: readonly Format[]
  make: (format: Format) => Promise<{ name: string; file: Blob }>
}

/** Makes a file of what is on screen and hands it to the user. */
export const ExportMenu = <Format extends 'xlsx' | 'csv' | 'pdf'>({ formats, make }: Props<Format>) => {
  const t = useT()
  const failed = useErrorToast()
  const { mutate, isPending } = useMutation({
    mutationFn: make,
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={isPending}>
          {t('receivables:export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => mutate(format)}>
            {t(`receivables:export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
