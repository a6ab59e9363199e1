import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { mappingFault } from '../../../main/core/ratings/mapping.rules.ts'
import type { ReportInspection } from '../../../main/core/ratings/ratings.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { MappingOptions } from './MappingOptions.tsx'
import { MappingPaths } from './MappingPaths.tsx'
import { MappingPreview, useMappingPreview } from './MappingPreview.tsx'
import { type MappingDraft, mappingOf } from './mapping.draft.ts'
import classes from './ratings.module.css'
import type { Scale } from './scale.ts'

type Props = {
  file: File
  siren: string
  inspection: ReportInspection
  initial: MappingDraft
  scales: readonly Scale[]
  onClose: () => void
  onSaved: () => void
}

/** What stands where in an agency's report: picked beside the samples, previewed, then kept for the reports to come. */
export const MappingEditor = ({ file, siren, inspection, initial, scales, onClose, onSaved }: Props) => {
  const t = useT()
  const [draft, setDraft] = useState(initial)
  const mapping = mappingOf(draft, inspection.paths)
  const save = useCommand(api.ratings.saveMapping.mutationOptions(), {
    done: ({ name }) => t('ratings:mapping.saved', { name }),
    onDone: onSaved,
    quiet: true,
  })
  const readable = draft.name.trim() !== '' && mappingFault(mapping) === null ? mapping : null
  const preview = useMappingPreview(file, siren, readable)
  const read = preview.data !== undefined && !preview.isPlaceholderData && preview.data.problems.length === 0
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={t('ratings:mapping.newTitle', { file: file.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ content: classes.modal, body: classes.editor }}
    >
      <MappingOptions draft={draft} onChange={setDraft} />
      <div className={classes.mapping}>
        <MappingPaths draft={draft} paths={inspection.paths} scales={scales} onChange={setDraft} />
        <MappingPreview preview={preview} mapping={readable} scales={scales} />
      </div>
      <ErrorNote error={save.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={!readable || !read}
          loading={save.isPending}
          onClick={() => save.mutate({ ...mapping, id: draft.id })}
        >
          {t('ratings:mapping.submit')}
        </Button>
      </Group>
    </Modal>
  )
}
