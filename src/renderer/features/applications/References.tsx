import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { Application, Reference } from '../../../main/core/applications/applications.contract.ts'
import { daysBetween } from '../../../main/core/kernel/day.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import classes from './applications.module.css'
import { FormMenu } from './FormMenu.tsx'

/** Trade references of an application: whom to ask, who was asked, what they answered, and what that is worth. */
export const References = ({ application }: { application: Application }) => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const { references, referenceScore, state } = application
  const closed = state === 'dropped' || readOnly
  return (
    <section aria-label={t('applications:references.title')}>
      <Group justify="space-between" align="flex-start">
        <Title order={3}>{t('applications:references.title')}</Title>
        {referenceScore !== null && (
          <KeyFigure
            label={t('applications:references.score')}
            value={t('applications:scoreOf', { score: referenceScore })}
            hint={t('applications:references.scoreHint')}
          />
        )}
      </Group>
      {references.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('applications:references.none')}
        </Text>
      )}
      <ul className={classes.lines}>
        {references.map((reference) => (
          <ReferenceLine key={reference.id} reference={reference} currency={application.currency} closed={closed} />
        ))}
      </ul>
      {!closed && state !== 'decided' && <Naming applicationId={application.id} />}
    </section>
  )
}

type LineProps = { reference: Reference; currency: string; closed: boolean }

const ReferenceLine = ({ reference, currency, closed }: LineProps) => {
  const t = useT()
  const words = useReferenceWords(currency)
  const [answering, setAnswering] = useState(false)
  const { id, supplier, contact, askedOn, answer, score } = reference
  const asked = useCommand(api.applications.asked.mutationOptions(), {
    done: t('applications:references.markedAsked', { supplier }),
  })
  const remove = useCommand(api.applications.removeReference.mutationOptions(), {
    done: t('applications:references.removed', { supplier }),
    undo: ({ id: applicationId }) => client.applications.addReference({ applicationId, supplier, contact }),
  })
  return (
    <li className={classes.reference}>
      <div>
        <Text size="sm" fw={500}>
          {supplier}
        </Text>
        {contact !== '' && <Text size="sm">{contact}</Text>}
        <Text size="xs" c="dimmed">
          {words.stateOf(reference)}
        </Text>
        {answer && <Text size="sm">{words.factsOf(answer).join(' · ')}</Text>}
      </div>
      <div className={classes.mark}>{score !== null && t('applications:scoreOf', { score })}</div>
      {!closed && (
        <Group gap={6} mt={4} className={classes.full}>
          <Button
            size="compact-sm"
            variant={askedOn && !answer ? 'filled' : 'default'}
            aria-label={`${t(answer ? 'applications:references.see' : 'applications:references.answer')}, ${supplier}`}
            onClick={() => setAnswering(true)}
          >
            {t(answer ? 'applications:references.see' : 'applications:references.answer')}
          </Button>
          {!answer && (
            <>
              <FormMenu size="compact-sm" make={(language) => client.applications.referenceForm({ id, language })}>
                {t('applications:references.request')}
              </FormMenu>
              {askedOn === null && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  loading={asked.isPending}
                  onClick={() => asked.mutate({ id })}
                >
                  {t('applications:references.markAsked')}
                </Button>
              )}
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => remove.mutate({ id })}>
                {t('applications:references.remove')}
              </Button>
            </>
          )}
        </Group>
      )}
      {answering && <AnswerDialog reference={reference} currency={currency} onClose={() => setAnswering(false)} />}
    </li>
  )
}

const useReferenceWords = (currency: string) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  return {
    stateOf: ({ askedOn, answer, score }: Reference): string => {
      if (answer) {
        const said = t('applications:references.answered', { day: format.day(answer.answeredOn) })
        return score === null ? `${said}, ${t('applications:references.noMark')}` : said
      }
      if (askedOn === null) return t('applications:references.notAsked')
      const days = daysBetween(askedOn, today)
      return days > 0
        ? t('applications:references.late', { day: format.day(askedOn), count: days })
        : t('applications:references.asked', { day: format.day(askedOn) })
    },
    factsOf: ({ daysBeyondTerms, highestCredit, overdue, returned }: NonNullable<Reference['answer']>): string[] => [
      ...(daysBeyondTerms === null
        ? []
        : [
            daysBeyondTerms === 0
              ? t('applications:references.facts.prompt')
              : t('applications:references.facts.late', { count: daysBeyondTerms }),
          ]),
      ...(highestCredit === null
        ? []
        : [t('applications:references.facts.highest', { amount: format.money(highestCredit, currency) })]),
      ...(overdue ? [t('applications:references.facts.overdue', { amount: format.money(overdue, currency) })] : []),
      ...(returned ? [t('applications:references.facts.returned', { count: returned })] : []),
    ],
  }
}

const Naming = ({ applicationId }: { applicationId: string }) => {
  const t = useT()
  const [supplier, setSupplier] = useState('')
  const [contact, setContact] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const add = useCommand(api.applications.addReference.mutationOptions(), {
    done: (_application, named) => t('applications:references.added', named),
    onDone: () => {
      setSupplier('')
      setContact('')
      first.current?.focus()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (supplier.trim() !== '') add.mutate({ applicationId, supplier, contact })
  }
  return (
    <form className={classes.naming} onSubmit={submit}>
      <TextInput
        ref={first}
        label={t('applications:references.supplier')}
        maxLength={200}
        value={supplier}
        onChange={(event) => setSupplier(event.currentTarget.value)}
      />
      <TextInput
        label={t('applications:references.contact')}
        maxLength={200}
        value={contact}
        onChange={(event) => setContact(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={supplier.trim() === ''} loading={add.isPending}>
        {t('applications:references.add')}
      </Button>
    </form>
  )
}
