import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Day, semesterOf } from '../../../../main/core/kernel/day.ts'
import type { RatesSeries } from '../../../../main/core/rates/rates.contract.ts'
import { nextSemester } from '../../../../main/core/rates/rates.tables.rules.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import classes from './rates.module.css'
import { useSemester } from './semester.ts'

const RATE = /^\d{1,2}(\.\d{1,2})?$/

/** The rate of a half-year, with where it was read; one that is there is replaced only when that is said. */
export const ValueDialog = ({ series, onClose }: { series: RatesSeries; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const inWords = useSemester()
  const today = useWorkingDay()
  const next = nextSemester(semesterOf(today))
  const known = series.values.map(({ semester }) => semester)
  const offered = [...new Set([...series.missing, next, ...known])].sort().reverse()
  const [semester, setSemester] = useState(series.missing.at(-1) ?? next)
  const [written, setWritten] = useState('')
  const [source, setSource] = useState('')
  const [reviewedOn, setReviewedOn] = useState<Day | null>(today)
  const [corrects, setCorrects] = useState(false)
  const rate = written.trim().replace(',', '.')
  const right = RATE.test(rate)
  const there = series.values.find((value) => value.semester === semester)
  const add = useCommand(api.rates.addValue.mutationOptions(), {
    done: (_, input) =>
      t('rates:valueDialog.done', { semester: inWords(input.semester), rate: format.percent(input.rate) }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('rates:valueDialog.title', { series: series.label[language] })}
      size={620}
      submit={t('rates:valueDialog.submit')}
      disabled={!right || source.trim().length < 3 || reviewedOn === null || (there !== undefined && !corrects)}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={() =>
        reviewedOn && add.mutate({ series: series.key, semester, rate, source: source.trim(), reviewedOn, corrects })
      }
    >
      <div className={classes.fields}>
        <Select
          label={t('rates:valueDialog.semester')}
          data={offered.map((value) => ({ value, label: inWords(value) }))}
          allowDeselect={false}
          value={semester}
          onChange={(value) => value && setSemester(value)}
        />
        <TextInput
          data-autofocus
          required
          inputMode="decimal"
          label={t('rates:valueDialog.rate')}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
          error={written !== '' && !right && t('rates:valueDialog.rateWrong')}
        />
        <TextInput
          required
          className={classes.full ?? ''}
          label={t('rates:valueDialog.source')}
          placeholder={t('rates:valueDialog.sourceHint')}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <DayInput w="100%" label={t('rates:valueDialog.reviewedOn')} value={reviewedOn} onChange={setReviewedOn} />
        {there && (
          <Checkbox
            className={classes.full ?? ''}
            label={t('rates:valueDialog.corrects', { rate: format.percent(there.rate) })}
            checked={corrects}
            onChange={(event) => setCorrects(event.currentTarget.checked)}
          />
        )}
      </div>
    </FormDialog>
  )
}
