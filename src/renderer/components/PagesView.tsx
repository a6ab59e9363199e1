import { ActionIcon, Text } from '@mantine/core'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../app/i18n.ts'
import classes from './PagesView.module.css'
import { SvgPage } from './SvgPage.tsx'

type Props = {
  pages: readonly string[]
  /** Description of a page for those who hear it. */
  label: (page: number) => string
  stale?: boolean
}

/** The pages of a letter as they will be printed, fitted to the width or enlarged. */
export const PagesView = ({ pages, label, stale = false }: Props) => {
  const t = useT()
  const [large, setLarge] = useState(false)
  const zoom = t(large ? 'dunning:proposal.letter.zoomOut' : 'dunning:proposal.letter.zoomIn')
  return (
    <div className={classes.pagesFrame}>
      <ActionIcon
        className={classes.zoom}
        variant="default"
        aria-label={zoom}
        title={zoom}
        aria-pressed={large}
        onClick={() => setLarge(!large)}
      >
        {large ? <IconZoomOut size={16} /> : <IconZoomIn size={16} />}
      </ActionIcon>
      <section
        className={classes.pages}
        data-large={large || undefined}
        data-stale={stale || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label(1)}
      >
        {pages.map((svg, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the letter
          <div key={i}>
            <SvgPage svg={svg} label={label(i + 1)} />
            {pages.length > 1 && (
              <Text size="xs" c="dimmed" ta="center" py={4}>
                {t('dunning:proposal.letter.pageOf', { page: i + 1, pages: pages.length })}
              </Text>
            )}
          </div>
        ))}
      </section>
    </div>
  )
}
