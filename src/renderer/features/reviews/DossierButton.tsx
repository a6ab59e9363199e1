import { Button, Kbd } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'

/** The whole review as a PDF. */
export const DossierButton = ({ id }: { id: string }) => {
  const t = useT()
  const failed = useErrorToast()
  const dossier = useMutation({
    mutationFn: () => client.reviews.dossier({ id }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  const run = () => {
    if (!dossier.isPending) dossier.mutate()
  }
  useShortcuts([{ key: 'd', label: t('reviews:review.dossier'), run }])
  return (
    <Button
      variant="default"
      leftSection={<IconFileTypePdf size={16} />}
      rightSection={<Kbd size="xs">d</Kbd>}
      loading={dossier.isPending}
      onClick={run}
    >
      {t('reviews:review.dossier')}
    </Button>
  )
}
