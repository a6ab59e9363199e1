import { Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { type ReportComment, type ReportSection, reportSections } from '../../../main/core/reports/reports.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useMay } from '../../app/people/usePeople.ts'
import classes from './reports.module.css'

type Props = { month: string; comments: readonly ReportComment[] }

/** What is to be said of each section of a month; kept when the field is left. */
export const ReportComments = ({ month, comments }: Props) => {
  const t = useT()
  return (
    <section className={classes.comments} aria-label={t('reports:comments')}>
      <div>
        <Title order={2}>{t('reports:comments')}</Title>
        <Text size="sm" c="dimmed">
          {t('reports:about')} {t('reports:hint')}
        </Text>
      </div>
      {reportSections.map((section) => (
        <CommentField
          key={`${month} ${section}`}
          month={month}
          section={section}
          comment={comments.find((one) => one.section === section)}
        />
      ))}
    </section>
  )
}

type FieldProps = { month: string; section: ReportSection; comment: ReportComment | undefined }

const CommentField = ({ month, section, comment }: FieldProps) => {
  const t = useT()
  const format = useFormat()
  const may = useMay('edit')
  const kept = comment?.text ?? ''
  const [text, setText] = useState(kept)
  const save = useCommand(api.reports.comment.mutationOptions(), {
    done: (_out, { text: written }) => t(written === '' ? 'reports:removed' : 'reports:saved'),
  })
  return (
    <Textarea
      label={t(`reports:section.${section}`)}
      description={comment && t('reports:by', { person: comment.writtenBy, day: format.day(comment.writtenOn) })}
      inputWrapperOrder={['label', 'input', 'description']}
      autosize
      readOnly={!may}
      minRows={section === 'cover' ? 3 : 2}
      maxRows={10}
      maxLength={4000}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text.trim() !== kept && save.mutate({ month, section, text: text.trim() })}
    />
  )
}
