import { useEffect, useState } from 'react'
import classes from './PagesView.module.css'

/** A page set by the program, as an image: nothing in it can run or load. */
export const SvgPage = ({ svg, label }: { svg: string; label: string }) => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [svg])
  return address ? <img className={classes.sheet} src={address} alt={label} /> : <div className={classes.sheet} />
}
