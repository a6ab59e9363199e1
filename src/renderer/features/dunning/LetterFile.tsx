import { Button, Group } from '@mantine/core'
import { IconDownload, IconFileTypePdf } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'

/** The PDF as it was issued: opened beside the program where a browser can, or saved. */
export const LetterFile = ({ documentId, name }: { documentId: string; name: string }) => {
  const t = useT()
  const failed = useErrorToast()
  const save = useMutation({
    mutationFn: () => client.documents.get({ id: documentId }),
    onSuccess: ({ file }) => saveFile(name, file),
    onError: failed,
  })
  const open = useMutation({
    mutationFn: async (tab: Window | null) => {
      const { file } = await client.documents.get({ id: documentId })
      const address = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }))
      if (tab) tab.location.href = address
      else saveFile(name, file)
      // Long enough for the tab to read it.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
    onError: (error, tab) => {
      tab?.close()
      failed(error)
    },
  })
  return (
    <Group gap="xs">
      {/* The desktop program opens no second window. */}
      {!window.encours && (
        <Button
          leftSection={<IconFileTypePdf size={16} />}
          loading={open.isPending}
          // A tab opened after the answer came would be taken for a pop-up.
          onClick={() => open.mutate(window.open('', '_blank'))}
        >
          {t('dunning:letters.open')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('dunning:letters.save')}
      </Button>
    </Group>
  )
}
