import { Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import type { Mark } from '../../../main/core/limits/exposure.schema.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './dashboard.module.css'

const SHOWN = 8
const tones: Record<Mark, Tone> = { none: 'neutral', under: 'neutral', watch: 'late', passed: 'risk' }

/** What the largest accounts with a limit owe, held against it. */
export const LimitsChart = ({ asOf }: { asOf: string }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery({
    ...api.limits.exposures.queryOptions({ input: { asOf, show: 'withLimit', sort: 'exposure', limit: SHOWN } }),
    placeholderData: keepPreviousData,
  })
  // One scale for all bars, so that a long one is a large account.
  const most = Math.max(1, ...(data?.rows ?? []).map(({ total, limit }) => Math.max(total, limit ?? 0)))
  const part = (amount: number) => `${(100 * Math.max(0, amount)) / most}%`
  return (
    <section>
      <Title order={2} id="board-limits">
        {t('dashboard:limits.title')}
      </Title>
      {data?.total === 0 ? (
        <p className={classes.quiet}>
          {t('dashboard:limits.empty')}{' '}
          <AnchorLink to="/credit/exposure" search={{ show: 'without' }}>
            {t('dashboard:limits.set')}
          </AnchorLink>
        </p>
      ) : (
        <>
          <Text size="xs" c="dimmed">
            {t('dashboard:limits.about')}
          </Text>
          <table className={classes.table} aria-labelledby="board-limits">
            <thead>
              <tr>
                <th scope="col">{t('dashboard:limits.customer')}</th>
                <th scope="col" className={classes.right}>
                  {t('dashboard:limits.exposure')}
                </th>
                <th scope="col" className={classes.right}>
                  {t('dashboard:limits.limit')}
                </th>
                <th scope="col" className={classes.right}>
                  {t('dashboard:limits.used')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data?.rows.map(({ customerId, name, total, limit, utilisation, mark }) => (
                <tr key={customerId} className={classes.barred}>
                  <th scope="row" className={classes.name} data-wide>
                    <AnchorLink to="/customers/$id" params={{ id: customerId }} search={{ tab: 'credit' }}>
                      {name}
                    </AnchorLink>
                    <span
                      className={classes.limitBar}
                      data-tone={tones[mark]}
                      style={{ '--limit': part(limit ?? 0), '--used': part(total) } as CSSProperties}
                      aria-hidden
                    />
                  </th>
                  <td className={classes.right}>{format.money(total, data.currency)}</td>
                  <td className={classes.right}>{limit === null ? '–' : format.money(limit, data.currency)}</td>
                  <td className={classes.right} data-tone={tones[mark]}>
                    {utilisation === null
                      ? mark === 'passed'
                        ? t('dashboard:limits.passed')
                        : '–'
                      : format.percent(String(utilisation))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <AnchorLink to="/credit/exposure" className={classes.more}>
            {t('dashboard:limits.all')}
          </AnchorLink>
        </>
      )}
    </section>
  )
}
