import { Select, Textarea, TextInput } from '@mantine/core'
import { type ProofKind, type ProofRow, proofKinds } from '../../../main/core/proofs/proofs.contract.ts'
import { useT } from '../../app/i18n.ts'
import { DayInput } from '../../components/DayInput.tsx'
import classes from './proofs.module.css'

export type About = {
  kind: ProofKind | null
  title: string
  day: string | null
  expiresOn: string | null
  note: string
  itemId: string | null
}
export const aboutOf = ({ kind, title, day, expiresOn, note, itemId }: ProofRow) => ({
  kind,
  title,
  day,
  expiresOn,
  note,
  itemId,
})

type Props = {
  about: About
  change: (part: Partial<About>) => void
  /** What it may concern beside the customer as a whole. */
  items: readonly { id: string; number: string }[]
  /** Several files have each their own name. */
  titled?: boolean
}

/** What is said of a document: its kind, title, days, and what it concerns. */
export const AboutFields = ({ about, change, items, titled = true }: Props) => {
  const t = useT()
  return (
    <div className={classes.two}>
      <Select
        data-autofocus
        required
        searchable
        openOnFocus={false}
        selectFirstOptionOnChange
        allowDeselect={false}
        label={t('proofs:form.kind')}
        data={proofKinds.map((value) => ({ value, label: t(`proofs:kind.${value}`) }))}
        value={about.kind}
        onChange={(kind) => change({ kind: kind as ProofKind | null })}
      />
      <Select
        searchable
        allowDeselect={false}
        label={t('proofs:form.covers')}
        data={[
          { value: '', label: t('proofs:form.coversCustomer') },
          ...items.map(({ id, number }) => ({ value: id, label: number })),
        ]}
        value={about.itemId ?? ''}
        onChange={(itemId) => change({ itemId: itemId || null })}
      />
      {titled && (
        <TextInput
          className={classes.full}
          label={t('proofs:form.title')}
          description={t('proofs:form.titleHint')}
          maxLength={200}
          value={about.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      )}
      <DayInput w="100%" clearable label={t('proofs:form.day')} value={about.day} onChange={(day) => change({ day })} />
      <DayInput
        w="100%"
        clearable
        label={t('proofs:form.expires')}
        {...(about.day && { minDate: about.day })}
        value={about.expiresOn}
        onChange={(expiresOn) => change({ expiresOn })}
      />
      <Textarea
        className={classes.full}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={1000}
        label={t('proofs:form.note')}
        value={about.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </div>
  )
}
