import { type ReactNode, useState } from 'react'
import type { Permission } from '../../../main/core/kernel/contract.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import classes from './FileZone.module.css'

type Props = {
  onFiles: (files: File[]) => void
  label: string
  /** As high as what it holds, instead of the room that is left. */
  small?: boolean
  /** What a file dropped here asks for. */
  needed?: Permission
  children: ReactNode
}

/** Takes files dropped anywhere on what it holds. */
export const FileZone = ({ onFiles, label, small = false, needed = 'collect', children }: Props) => {
  const readOnly = useReadOnly(needed)
  const [over, setOver] = useState(false)
  return (
    <section
      className={small ? `${classes.zone} ${classes.small}` : classes.zone}
      data-over={over || undefined}
      aria-label={label}
      onDragOver={(event) => {
        if (readOnly || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (readOnly) return
        event.preventDefault()
        const files = [...event.dataTransfer.files]
        if (files.length > 0) onFiles(files)
      }}
    >
      {children}
    </section>
  )
}
