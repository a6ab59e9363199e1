import { Title } from '@mantine/core'
import { Fragment } from 'react'
import type { FigureName } from '../../../main/core/figures/figures.contract.ts'
import { defaultBuckets } from '../../../main/core/receivables/ageing.rules.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import classes from './figures.module.css'
import { explain, groups, listBehind, type Report, readFigure } from './figures.rows.ts'

/** Every figure with its arithmetic and the list behind it. */
export const FigureTable = ({ report }: { report: Report }) => {
  const t = useT()
  const format = useFormat()
  return (
    <section>
      <Title order={2} id="figures-table">
        {t('figures:table.title')}
      </Title>
      <table className={classes.table} aria-labelledby="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('figures:table.figure')}</th>
            <th scope="col" className={classes.right}>
              {t('figures:table.value')}
            </th>
            <th scope="col">{t('figures:table.formula')}</th>
            <th scope="col">{t('figures:table.list')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(groups).map(([group, names]) => (
            <Fragment key={group}>
              <tr>
                <th scope="colgroup" colSpan={4} className={classes.group}>
                  {t(`figures:groups.${group as keyof typeof groups}`)}
                </th>
              </tr>
              {names.map((name) => (
                <tr key={name}>
                  <th scope="row">{t(`figures:names.${name}`)}</th>
                  <td className={classes.right} data-none={report.figures[name].value === null || undefined}>
                    {readFigure(name, report.figures[name].value, t, format)}
                  </td>
                  <td className={classes.formula}>{explain(name, report, t, format)}</td>
                  <td className={classes.list}>
                    <ListLink name={name} asOf={report.asOf} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const ListLink = ({ name, asOf }: { name: FigureName; asOf: string }) => {
  const t = useT()
  const list = listBehind[name]
  const words = t(`figures:lists.${list}`)
  if (list === 'disputes') return <AnchorLink to="/disputes">{words}</AnchorLink>
  if (list === 'customers')
    return (
      <AnchorLink to="/customers" search={{ sort: 'balance', descending: true }}>
        {words}
      </AnchorLink>
    )
  if (list === 'aged')
    return (
      <AnchorLink
        to="/receivables/aged"
        search={{
          asOf,
          ...(name === 'overNinety' && { cell: { customer: null, column: `over${defaultBuckets.at(-1)}` } }),
        }}
      >
        {words}
      </AnchorLink>
    )
  return (
    <AnchorLink to="/receivables" search={{ asOf, show: list }}>
      {words}
    </AnchorLink>
  )
}
