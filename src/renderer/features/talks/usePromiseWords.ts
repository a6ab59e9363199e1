import type { PromiseToPay } from '../../../main/core/promises/promises.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { Tone } from '../../components/tone.ts'

export const promiseTones: Record<PromiseToPay['state'], Tone> = {
  running: 'neutral',
  kept: 'settled',
  partly: 'late',
  broken: 'risk',
  cancelled: 'neutral',
  void: 'neutral',
}

/** How a promise stands, with the figures it is judged by. */
export const usePromiseWords = (): ((promise: PromiseToPay) => string) => {
  const t = useT()
  const format = useFormat()
  return (promise) => {
    const { state, currency, expected, received, left, graceUntil, judgedOn, cancelledOn, cancelledBecause } = promise
    const figures = {
      expected: format.money(expected, currency),
      received: format.money(received, currency),
      left: format.money(left, currency),
      until: format.day(graceUntil),
      judged: judgedOn ? format.day(judgedOn) : '',
      cancelled: cancelledOn ? format.day(cancelledOn) : '',
      reason: cancelledBecause,
    }
    const rest =
      left > 0
        ? ` ${t('talks:promises.left', figures)}`
        : state === 'partly' || state === 'broken'
          ? ` ${t('talks:promises.settledSince')}`
          : ''
    switch (state) {
      case 'running':
        return t(received > 0 ? 'talks:promises.runningPart' : 'talks:promises.running', figures)
      case 'kept':
      case 'void':
        return t(`talks:promises.${state}`, figures)
      case 'partly':
      case 'broken':
        return t(`talks:promises.${state}`, figures) + rest
      case 'cancelled':
        return t(promise.replacedBy ? 'talks:promises.replaced' : 'talks:promises.cancelled', figures)
    }
  }
}
