import { type CSSProperties, Fragment } from 'react'
import type { Scorecard } from '../../../main/core/scorecards/scorecards.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { ClassBadge } from './ClassBadge.tsx'
import classes from './credit.module.css'

/** The scorecard unfolded: marks, weights over what is known, points; what is missing is said, never counted as zero. */
export const ScorecardSheet = ({ scorecard }: { scorecard: Scorecard }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { mark, lines, bounds, completeness } = scorecard
  const [one, two, three, four] = bounds
  // A whole number of many digits is grouped; a decimal stays exact.
  const figureOf = (value: string): string =>
    /^-?\d+$/.test(value) ? format.number(Number(value)) : format.decimal(value).replace('-', '\u2212')
  return (
    <div className={classes.stack}>
      <table className={classes.sheet} aria-label={t('credit:scorecard.title')}>
        <thead>
          <tr>
            <th scope="col">{t('credit:scorecard.columns.criterion')}</th>
            <th scope="col" className={classes.right}>
              {t('credit:scorecard.columns.mark')}
            </th>
            <th scope="col" className={classes.right}>
              {t('credit:scorecard.columns.share')}
            </th>
            <th scope="col" className={classes.right}>
              {t('credit:scorecard.columns.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Fragment key={line.code}>
              <tr data-off={line.mark === null || undefined}>
                <th scope="row">
                  {line[language]}
                  {line.byHand && <span className={classes.small}> ({t('credit:scorecard.byHand')})</span>}
                </th>
                <td className={classes.right}>
                  {line.mark !== null && (
                    <span
                      className={classes.markBar}
                      style={{ '--used': `${line.mark}%` } as CSSProperties}
                      aria-hidden
                    />
                  )}
                  <span className={classes.mark}>
                    {line.mark ?? (line.reason ? t(`credit:scorecard.reason.${line.reason}`) : '–')}
                  </span>
                </td>
                <td className={classes.right}>{line.share === null ? '–' : format.percent(line.share)}</td>
                <td className={classes.right}>{line.points === null ? '–' : format.decimal(line.points)}</td>
              </tr>
              {/* A single part says no more than its criterion. */}
              {line.mark !== null &&
                line.parts.length > 1 &&
                line.parts.map((part) => (
                  <tr key={part.code} data-part>
                    <th scope="row">
                      {part[language]}
                      {part.value !== null && ` ${figureOf(part.value)}`}
                      {part.reason && `, ${t(`credit:scorecard.reason.${part.reason}`)}`}
                    </th>
                    <td className={classes.right}>{part.mark === null ? '–' : format.decimal(part.mark)}</td>
                    <td colSpan={2} />
                  </tr>
                ))}
            </Fragment>
          ))}
          {mark !== null && (
            <tr data-total>
              <th scope="row">
                {t('credit:scorecard.total')} <ClassBadge riskClass={scorecard.class} inWords />
              </th>
              <td colSpan={3} className={classes.right}>
                {t('credit:scorecard.of', { mark })}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {scorecard.action !== '' && (
        <p>
          {t('credit:scorecard.action', { class: scorecard.class })} {scorecard.action}
        </p>
      )}
      <p className={classes.small}>
        {mark === null
          ? t('credit:scorecard.unknown')
          : completeness < 100
            ? t('credit:scorecard.completeness', { percent: format.percent(String(completeness)) })
            : t('credit:scorecard.complete')}{' '}
        {t('credit:scorecard.bounds', { one, two, three, four })}
      </p>
    </div>
  )
}
