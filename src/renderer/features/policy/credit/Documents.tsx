import { MultiSelect, Text } from '@mantine/core'
import { type ProofKind, proofKinds } from '../../../../main/core/proofs/proof-kinds.schema.ts'
import { useT } from '../../../app/i18n.ts'
import type { EditProps } from '../clauses/clause.ts'
import { Amount, changedAt, creditOf, EditRows, WholeNumber, without } from './fields.tsx'

const counts = [
  { key: 'statements', max: 5 },
  { key: 'reports', max: 3 },
  { key: 'references', max: 5 },
] as const

/** What the file must hold, from an amount on. */
export const EditDocuments = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  const rows = credit.documents
  const set = (documents: typeof rows) => put({ documents })
  return (
    <>
      <EditRows
        label={t('policy:documents.table')}
        heads={[
          t('policy:documents.from'),
          t('policy:documents.kinds'),
          ...counts.map(({ key }) => t(`policy:documents.${key}`)),
        ]}
        rows={rows.map((row, i) => ({
          cells: [
            <Amount
              key="from"
              w={140}
              aria-label={t('policy:documents.fromOf', { position: i + 1 })}
              value={row.from}
              onChange={(from) => set(changedAt(rows, i, { from }))}
            />,
            <MultiSelect
              key="kinds"
              size="xs"
              aria-label={t('policy:documents.kindsOf', { position: i + 1 })}
              data={proofKinds.map((value) => ({ value, label: t(`proofs:kind.${value}`) }))}
              value={row.kinds}
              onChange={(kinds) => set(changedAt(rows, i, { kinds: kinds as ProofKind[] }))}
            />,
            ...counts.map(({ key, max }) => (
              <WholeNumber
                key={key}
                size="xs"
                w={64}
                max={max}
                aria-label={t('policy:documents.countOf', { name: t(`policy:documents.${key}`), position: i + 1 })}
                value={row[key]}
                onChange={(count) => set(changedAt(rows, i, { [key]: count }))}
              />
            )),
          ],
          removeLabel: t('policy:documents.remove', { position: i + 1 }),
          onRemove: () => set(without(rows, i)),
        }))}
        add={t('policy:documents.add')}
        onAdd={() =>
          set([
            ...rows,
            { from: (rows.at(-1)?.from ?? 0) + 1_000_000, kinds: [], statements: 1, reports: 1, references: 0 },
          ])
        }
      />
      <Text size="xs" c="dimmed">
        {t('policy:documents.hint')}
      </Text>
    </>
  )
}
