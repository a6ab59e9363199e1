import type { EventKind, EventStage } from '../../../main/core/registers/registers.contract.ts'
import type { Translate } from '../../app/i18n.ts'
import type { Tone } from '../../components/tone.ts'

/** `Redressement judiciaire, ouverture`. */
export const eventWords = ({ kind, stage }: { kind: EventKind; stage: EventStage }, t: Translate): string =>
  stage === ''
    ? t(`credit:insolvency.kind.${kind}`)
    : `${t(`credit:insolvency.kind.${kind}`)}, ${t(`registers:stage.${stage}`)}`

const tones: Record<EventKind, Tone> = {
  safeguard: 'late',
  receivership: 'risk',
  liquidation: 'risk',
  professional_recovery: 'risk',
  ceased: 'risk',
  struck_off: 'risk',
  site_closed: 'late',
  closed: 'neutral',
  closed_short: 'risk',
  reopened: 'settled',
  other: 'neutral',
}
export const eventTone = (kind: EventKind): Tone => tones[kind]
