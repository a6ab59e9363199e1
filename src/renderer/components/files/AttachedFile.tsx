import { Button, FileButton, Group } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import type { Permission } from '../../../main/core/kernel/contract.ts'
import { extensionOf, isExecutable } from '../../../main/core/proofs/proofs.files.rules.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { type KeptFile, useKeptFile } from './useKeptFile.tsx'

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

/** A document of which only its name is known: its type is what the name says. */
const keptAs = (documentId: string, fileName: string): KeptFile => {
  const mediaType = TYPES[extensionOf(fileName)] ?? 'application/octet-stream'
  return { documentId, fileName, mediaType, executable: isExecutable(fileName, mediaType) }
}

type Props = {
  documentId: string | null
  documentName: string | null
  /** Null where nothing can be attached. */
  onAttach: ((file: File) => void) | null
  pending?: boolean
  /** What attaching asks for. */
  needed?: Permission
}

/** The file that something entered rests on: opened, attached, or attached anew. */
export const AttachedFile = ({ documentId, documentName, onAttach, pending = false, needed = 'collect' }: Props) => {
  const t = useT()
  const readOnly = useReadOnly(needed)
  const { open } = useKeptFile()
  return (
    <Group gap={4} wrap="nowrap" miw={0}>
      {documentId && documentName && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPaperclip size={13} aria-hidden />}
          styles={{ root: { minWidth: 0 } }}
          onClick={() => open(keptAs(documentId, documentName))}
        >
          {documentName}
        </Button>
      )}
      {onAttach && (
        <FileButton onChange={(file) => file && onAttach(file)}>
          {(button) => (
            <Button {...button} variant="subtle" color="gray" size="compact-xs" disabled={readOnly} loading={pending}>
              {t(documentId ? 'common:attachment.replace' : 'common:attachment.add')}
            </Button>
          )}
        </FileButton>
      )}
    </Group>
  )
}
