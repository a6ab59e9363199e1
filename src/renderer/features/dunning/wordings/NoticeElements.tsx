import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconEye } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ElementCheck } from '../../../../main/core/letters/formal.schema.ts'
import { useT } from '../../../app/i18n.ts'
import classes from './wordings.module.css'

type Props = {
  elements: readonly ElementCheck[]
  /** Whose file holds what is missing of the debtor. */
  customerId: string | null
  /** Only those to act on. */
  open?: boolean
}

const icons = { present: IconCheck, missing: IconAlertTriangle, 'to-check': IconEye }

/** The screen where an element is filled in; null for the text at hand. */
export const screenOf = ({ at }: Pick<ElementCheck, 'at'>, customerId: string | null): string | null =>
  ({
    company: '/company',
    bank: '/company',
    customer: customerId && `/customers/${customerId}`,
    proofs: customerId && `/customers/${customerId}`,
    plan: '/dunning/plan',
    wording: null,
  })[at]

/** What a formal notice has of the elements of a solid one, in the order of the law; each with where it is filled in. */
export const NoticeElements = ({ elements, customerId, open = false }: Props) => {
  const t = useT()
  return (
    <ul className={classes.elements} aria-label={t('wordings:elements.title')}>
      {elements
        .filter(({ state }) => !open || state !== 'present')
        .map((one) => {
          const { element, state, blocks } = one
          const Icon = icons[state]
          const to = state === 'present' ? null : screenOf(one, customerId)
          return (
            <li key={element} data-state={state}>
              <Icon size={13} aria-hidden style={{ flex: 'none', alignSelf: 'center' }} />
              <span>
                {t(`wordings:elements.name.${element}`)}
                {state !== 'present' && (
                  <>
                    {', '}
                    {t(`wordings:elements.state.${state}`)}
                    {blocks && ` (${t('wordings:elements.blocks')})`}
                    {to && (
                      <>
                        {' · '}
                        <Anchor component={Link} to={to} className={classes.where}>
                          {t(`wordings:elements.at.${one.at}`)}
                        </Anchor>
                      </>
                    )}
                  </>
                )}
              </span>
            </li>
          )
        })}
    </ul>
  )
}
