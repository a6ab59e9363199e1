import { Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'

export type KeptFile = { documentId: string; fileName: string; mediaType: string; executable: boolean }

/** Shown by every browser, and able to run nothing in the window's own origin: never a page or an SVG. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'])

/** The desktop program opens no second window. */
export const isShown = ({ mediaType, executable }: KeptFile): boolean =>
  !window.encours && !executable && SHOWN.has(mediaType)

/** Opens or saves a document kept in the book; one that can run a program only after a warning. */
export const useKeptFile = () => {
  const t = useT()
  const failed = useErrorToast()
  const saving = useMutation({
    mutationFn: ({ documentId }: KeptFile) => client.documents.get({ id: documentId }),
    onSuccess: ({ file }, { fileName }) => saveFile(fileName, file),
    onError: failed,
  })
  const opening = useMutation({
    mutationFn: async ({ kept, tab }: { kept: KeptFile; tab: Window | null }) => {
      const { file } = await client.documents.get({ id: kept.documentId })
      const address = URL.createObjectURL(new Blob([file], { type: kept.mediaType }))
      if (tab) tab.location.href = address
      else saveFile(kept.fileName, file)
      // Long enough for the tab to read it.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
    onError: (error, { tab }) => {
      tab?.close()
      failed(error)
    },
  })
  const save = (kept: KeptFile) => {
    if (!kept.executable) return saving.mutate(kept)
    modals.openConfirmModal({
      title: t('proofs:risk.title', { name: kept.fileName }),
      children: (
        <Stack gap="xs">
          <Text size="sm">{t('proofs:risk.text')}</Text>
          <Text size="sm">{t('proofs:risk.check')}</Text>
        </Stack>
      ),
      labels: { confirm: t('proofs:risk.confirm'), cancel: t('common:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => saving.mutate(kept),
    })
  }
  return {
    save,
    /** A tab opened after the answer came would be taken for a pop-up. */
    open: (kept: KeptFile) => (isShown(kept) ? opening.mutate({ kept, tab: window.open('', '_blank') }) : save(kept)),
    pending: saving.isPending || opening.isPending,
  }
}
