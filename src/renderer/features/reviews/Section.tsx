import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import classes from './reviews.module.css'

/** Parts of a review in reading order; their place is the key that leads to them. */
export const sections = [
  'question',
  'exposure',
  'behaviour',
  'scorecard',
  'file',
  'warnings',
  'recommendation',
  'proposal',
  'route',
  'discussion',
] as const
export type SectionName = (typeof sections)[number]

/** `1` to `9`, then `0`. */
export const keyOf = (name: SectionName): string => String((sections.indexOf(name) + 1) % 10)
const headingId = (name: SectionName): string => `review-${name}`

export const goToSection = (name: SectionName): void => {
  const heading = document.getElementById(headingId(name))
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** The field that a proposal begins with. */
export const PROPOSED_AMOUNT = 'proposed-amount'
export const goToProposal = (): void => {
  goToSection('proposal')
  const field = document.getElementById(PROPOSED_AMOUNT)
  if (field instanceof HTMLInputElement) field.select()
}

type Props = { name: SectionName; children: ReactNode; aside?: ReactNode }

export const Section = ({ name, children, aside }: Props) => {
  const t = useT()
  return (
    <section className={classes.section} aria-labelledby={headingId(name)}>
      <div className={classes.sectionHead}>
        <Title order={2} id={headingId(name)} tabIndex={-1} className={classes.heading}>
          {t(`reviews:review.section.${name}`)}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  )
}
