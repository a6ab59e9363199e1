import { useEffect, useState } from 'react'
import type { WorklistRow } from '../../../main/core/worklist/worklist.contract.ts'

/** As long as the list slides a row out. */
const SLIDE = 220

const moves = () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * The rows with the one just dealt with among them until it has slid out and the list was read again.
 * @param readAt of the list, in milliseconds
 */
export const useLeaving = (rows: WorklistRow[] | undefined, readAt: number) => {
  const [leaving, setLeaving] = useState<{ row: WorklistRow; place: number; readAt: number } | null>(null)
  const [slid, setSlid] = useState(false)
  useEffect(() => {
    if (leaving === null) return
    const timer = setTimeout(() => setSlid(true), SLIDE)
    return () => clearTimeout(timer)
  }, [leaving])
  useEffect(() => {
    if (slid && leaving !== null && readAt !== leaving.readAt) setLeaving(null)
  }, [slid, leaving, readAt])
  const isThere = rows?.some(({ customerId }) => customerId === leaving?.row.customerId)
  return {
    rows: rows && leaving && !isThere ? rows.toSpliced(leaving.place, 0, leaving.row) : rows,
    leavingId: leaving?.row.customerId ?? null,
    leave: (row: WorklistRow, place: number) => {
      setSlid(false)
      setLeaving(moves() ? { row, place, readAt } : null)
    },
  }
}
