import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Route } from '../../../main/core/claims/claims.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { type TabProps, updateOf } from './claim.input.ts'
import classes from './claims.module.css'

const tones = { open: 'settled', caution: 'late', closed: 'neutral' } as const

/** Every route with its reasons, the one we recommend first said in a sentence. */
export const RoutesTab = ({ detail, changeable }: TabProps) => {
  const t = useT()
  const { handover } = detail
  const { data, error } = useQuery(api.claims.routes.queryOptions({ input: { handoverId: handover.id } }))
  const choose = useCommand(api.handovers.update.mutationOptions(), {
    done: ({ handover: { procedure } }) =>
      t('claims:routes.chosenToast', { route: procedure ? t(`claims:procedure.${procedure}`) : '' }),
  })
  if (!data) return <ErrorNote error={error} />
  const best = data.routes.find(({ recommended }) => recommended)
  return (
    <>
      <Note tone={data.insolvent ? 'risk' : 'neutral'} title={t('claims:routes.title')}>
        <Text size="sm">
          {data.insolvent
            ? t('claims:routes.insolvent')
            : best
              ? t(`claims:routes.advice.${best.procedure}`)
              : t('claims:routes.none')}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {t('claims:routes.court', { name: data.court.name })}
          {data.court.proposed && ` (${t('claims:routes.proposed')})`}
          {' · '}
          {t(`claims:routes.debtor.${data.debtor.merchant}`, { form: data.debtor.form })}
        </Text>
      </Note>
      {data.routes.map((route) => (
        <RouteCard
          key={route.procedure}
          route={route}
          chosen={handover.procedure === route.procedure}
          onChoose={
            changeable && route.state !== 'closed' && handover.procedure !== route.procedure
              ? () => choose.mutate({ ...updateOf(detail), procedure: route.procedure })
              : undefined
          }
        />
      ))}
    </>
  )
}

type CardProps = { route: Route; chosen: boolean; onChoose?: (() => void) | undefined }

const RouteCard = ({ route: { procedure, state, reasons, recommended }, chosen, onChoose }: CardProps) => {
  const t = useT()
  const format = useFormat()
  const words = ({ code, details }: Route['reasons'][number]) => {
    const { amount, currency, day, country } = details as Record<string, never>
    return t(`claims:routes.reason.${code}`, {
      amount: amount !== undefined && currency !== undefined ? format.money(amount, currency) : '',
      day: day ? format.day(day) : '',
      country: country ?? '',
    })
  }
  return (
    <section className={classes.route} data-closed={state === 'closed' || undefined}>
      <div>
        <div className={classes.routeName}>
          {t(`claims:procedure.${procedure}`)}
          <ToneBadge tone={tones[state]}>{t(`claims:routes.state.${state}`)}</ToneBadge>
          {recommended && <ToneBadge>{t('claims:routes.recommended')}</ToneBadge>}
          {chosen && <ToneBadge tone="settled">{t('claims:routes.chosen')}</ToneBadge>}
        </div>
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason.code}>{words(reason)}</li>
          ))}
        </ul>
      </div>
      {onChoose && (
        <Group>
          <Button variant={recommended ? 'filled' : 'default'} size="compact-sm" onClick={onChoose}>
            {t('claims:routes.choose')}
          </Button>
        </Group>
      )}
    </section>
  )
}
