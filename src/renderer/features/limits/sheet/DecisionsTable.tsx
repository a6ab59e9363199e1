import type { Limit } from '../../../../main/core/limits/limits.contract.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import sheet from '../../../components/credit/credit.module.css'
import { AnchorLink } from '../../../components/links.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import classes from '../limits.module.css'

type Props = {
  /** Newest first. */
  decisions: readonly Limit[]
  /** Ids of those in force. */
  inForce: readonly string[]
  /** In a side panel: who and why stand below. */
  narrow?: boolean
}

/** Every decision taken: what, from when until when, by whom and why. None is ever changed. */
export const DecisionsTable = ({ decisions, inForce, narrow = false }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <table className={sheet.sheet} aria-label={t('limits:sheet.decisions')}>
      <thead>
        <tr>
          <th scope="col">{t('limits:sheet.columns.from')}</th>
          <th scope="col">{t('limits:sheet.columns.kind')}</th>
          <th scope="col" className={sheet.right}>
            {t('limits:sheet.columns.amount')}
          </th>
          {!narrow && <th scope="col">{t('limits:sheet.columns.reason')}</th>}
        </tr>
      </thead>
      <tbody>
        {decisions.map((limit) => (
          <tr key={limit.id} data-off={!inForce.includes(limit.id) || undefined}>
            <td className={classes.days}>
              {format.day(limit.from)}
              <div className={sheet.small}>
                {limit.until ? t('limits:header.until', { day: format.day(limit.until) }) : t('limits:sheet.noEnd')}
              </div>
            </td>
            <td>
              {t(`limits:kind.${limit.kind}`)}
              {inForce.includes(limit.id) && (
                <>
                  {' '}
                  <ToneBadge tone="settled">{t('limits:sheet.inForce')}</ToneBadge>
                </>
              )}
              {narrow ? <Why limit={limit} /> : <Beside limit={limit} />}
            </td>
            <td className={sheet.right}>
              {limit.amount === null
                ? t('limits:sheet.withdrawn')
                : limit.amount === 0
                  ? t('limits:cashOnly')
                  : format.money(limit.amount, limit.currency)}
            </td>
            {!narrow && (
              <td>
                <Why limit={limit} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of a cover: insurer, policy and share; of a guarantee who stands for it; of a limit the class it was decided for. */
const Beside = ({ limit }: { limit: Limit }) => {
  const t = useT()
  const format = useFormat()
  const { kind, insurer, policyNumber, coveredShare, guarantor, riskClass } = limit
  const words =
    kind === 'insured'
      ? t('limits:sheet.coverLine', { insurer, policy: policyNumber, share: format.percent(coveredShare) })
      : kind === 'guarantee'
        ? guarantor
        : riskClass === null
          ? ''
          : t('limits:sheet.classOf', { class: riskClass })
  return words === '' ? null : <div className={sheet.small}>{words}</div>
}

const Why = ({ limit }: { limit: Limit }) => {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <div className={classes.why}>{limit.reason}</div>
      <div className={sheet.small}>
        {limit.decidedBy}, {format.day(limit.decidedOn)}
        {limit.reviewId && (
          <>
            {' · '}
            <AnchorLink underline="always" to="/credit/reviews/$id" params={{ id: limit.reviewId }}>
              {t('limits:sheet.byReview')}
            </AnchorLink>
          </>
        )}
        {limit.documentId && limit.customerId && (
          <>
            {' · '}
            <AnchorLink
              underline="always"
              to="/customers/$id"
              params={{ id: limit.customerId }}
              search={{ tab: 'documents' }}
            >
              {t('limits:sheet.document')}
            </AnchorLink>
          </>
        )}
      </div>
    </>
  )
}
