import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { PROOF_LIMIT, type ProofKind } from '../../../main/core/proofs/proofs.contract.ts'
import { client } from '../../api/client.ts'
import { errorText } from '../../api/errors.ts'
import { refetchAll } from '../../api/queries.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { type About, AboutFields } from './AboutFields.tsx'
import { kindOfName } from './proof.guess.ts'
import { sizeText } from './proof.words.ts'
import classes from './proofs.module.css'
import { useInvoices } from './useInvoices.ts'

type Props = {
  customer: { id: string; name: string }
  item?: { id: string; number: string }
  /** The kind that was asked for; else what the name of the first file suggests. */
  kind?: ProofKind
  files: File[]
  onClose: (done?: boolean) => void
}

/** Keeps files in the book with what is said of them; one that is refused does not hold the others back. */
export const AddDialog = ({ customer, item, kind, files: given, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const invoices = useInvoices(customer.id)
  const [files, setFiles] = useState(given)
  const [chosen, setAbout] = useState<Partial<About>>({ itemId: item?.id ?? null, ...(kind && { kind }) })
  const about: About = {
    title: '',
    day: null,
    expiresOn: null,
    note: '',
    itemId: null,
    kind: (files[0] && kindOfName(files[0].name)) ?? null,
    ...chosen,
  }
  const fits = files.filter(({ size }) => size <= PROOF_LIMIT)
  const [refused, setRefused] = useState<string[]>([])
  const add = useMutation({
    mutationFn: async () => {
      if (!about.kind) return
      const said = { ...about, kind: about.kind, customerId: customer.id }
      const problems: { file: File; text: string }[] = []
      for (const file of fits) {
        try {
          await client.proofs.add({ ...said, title: fits.length > 1 ? '' : about.title, name: file.name, file })
        } catch (error) {
          problems.push({
            file,
            text: t('proofs:form.failed', { name: file.name, reason: errorText(error, t) }),
          })
        }
      }
      await refetchAll()
      const kept = fits.length - problems.length
      if (kept > 0)
        notifications.show({
          message: t('proofs:form.done', { count: kept }),
          closeButtonProps: { 'aria-label': t('common:close') },
        })
      setRefused(problems.map(({ text }) => text))
      setFiles(problems.map(({ file }) => file))
      if (problems.length === 0) onClose(true)
    },
  })
  return (
    <FormDialog
      title={
        item
          ? t('proofs:form.addItem', { number: item.number })
          : files.length > 1
            ? t('proofs:form.addMany', { count: files.length, name: customer.name })
            : t('proofs:form.add', { name: customer.name })
      }
      onClose={onClose}
      submit={fits.length > 1 ? t('proofs:form.submitMany', { count: fits.length }) : t('proofs:form.submit')}
      disabled={!about.kind || fits.length === 0}
      pending={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate()}
    >
      <Stack gap={4} pt={4}>
        {files.map((file) => (
          <Group key={`${file.name} ${file.size} ${file.lastModified}`} gap="xs" wrap="nowrap">
            <Text size="sm" className={classes.cut}>
              {file.name}
            </Text>
            <Text size="sm" c="dimmed" style={{ flex: 'none' }}>
              {sizeText(file.size, t, format)}
            </Text>
            <ActionIcon
              size="sm"
              aria-label={t('proofs:form.remove', { name: file.name })}
              onClick={() => setFiles(files.filter((one) => one !== file))}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
        {files
          .filter(({ size }) => size > PROOF_LIMIT)
          .map(({ name }) => (
            <Text key={name} size="sm" c="var(--risk)" role="alert">
              {t('proofs:form.tooLarge', { name })}
            </Text>
          ))}
        <FileButton multiple onChange={(more) => setFiles([...files, ...more])}>
          {(button) => (
            <Button
              {...button}
              {...(given.length === 0 && { 'data-autofocus': true })}
              variant="default"
              size="compact-sm"
              style={{ alignSelf: 'flex-start' }}
            >
              {t(files.length > 0 ? 'proofs:form.more' : 'common:chooseFile')}
            </Button>
          )}
        </FileButton>
      </Stack>
      <AboutFields
        about={about}
        change={(part) => setAbout({ ...chosen, ...part })}
        items={item && !invoices.some(({ id }) => id === item.id) ? [item, ...invoices] : invoices}
        titled={files.length < 2}
      />
      {refused.length > 0 && (
        <Note tone="risk" role="alert">
          {refused.map((text) => (
            <Text key={text} size="sm">
              {text}
            </Text>
          ))}
        </Note>
      )}
    </FormDialog>
  )
}
