import { Autocomplete, Checkbox, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { TermsInput } from '../../../components/TermsInput.tsx'
import type { EditProps } from '../clauses/clause.ts'
import classes from '../policy.module.css'
import { changedAt, creditOf, EditRows, WholeNumber, without } from './fields.tsx'

/** Payment terms by segment, each checked against the legal ceiling, and what our own suppliers grant. */
export const EditTerms = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  const segments = useQuery(api.customers.segments.queryOptions({ input: {} })).data?.segments ?? []
  const rows = credit.termsBySegment
  const set = (termsBySegment: typeof rows) => put({ termsBySegment })
  const incomplete = rows.some(({ segment, terms }) => segment.trim() === '' || terms.trim() === '')
  return (
    <>
      <EditRows
        label={t('policy:terms.table')}
        heads={[t('policy:terms.segment'), t('policy:terms.terms')]}
        rows={rows.map(({ segment, terms }, i) => ({
          cells: [
            <Autocomplete
              key="segment"
              size="xs"
              maxLength={60}
              aria-label={t('policy:terms.segmentOf', { position: i + 1 })}
              data={segments}
              value={segment}
              onChange={(value) => set(changedAt(rows, i, { segment: value }))}
            />,
            <TermsInput
              key="terms"
              size="xs"
              aria-label={t('policy:terms.termsOf', { position: i + 1 })}
              value={terms}
              onChange={(value) => set(changedAt(rows, i, { terms: value }))}
            />,
          ],
          removeLabel: t('policy:terms.remove', { segment }),
          onRemove: () => set(without(rows, i)),
        }))}
        add={t('policy:terms.add')}
        onAdd={() => set([...rows, { segment: '', terms: '30' }])}
      />
      {incomplete && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:terms.missing')}
        </Text>
      )}
      <Checkbox
        label={t('policy:terms.suppliers')}
        checked={credit.supplierDays !== null}
        onChange={(event) => put({ supplierDays: event.currentTarget.checked ? 30 : null })}
      />
      {credit.supplierDays !== null && (
        <WholeNumber
          w={260}
          label={t('policy:terms.supplierDays')}
          max={180}
          value={credit.supplierDays}
          onChange={(supplierDays) => put({ supplierDays })}
        />
      )}
    </>
  )
}
