import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from '../api/queries.ts'
import { COLOURS_KEY, keepChoice } from './choices.ts'
import { useLanguage, useT } from './i18n.ts'
import { styleNonce } from './nonce.ts'
import { router } from './routes.tsx'
import { colours, theme } from './theme.ts'

const stored = localStorageColorSchemeManager({ key: COLOURS_KEY })
const schemes: typeof stored = { ...stored, set: (colours) => keepChoice({ colours }) }

export const App = () => {
  const language = useLanguage()
  const t = useT()
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={colours}
        defaultColorScheme="auto"
        colorSchemeManager={schemes}
        getStyleNonce={styleNonce}
      >
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
          <ModalsProvider labels={{ confirm: t('common:yes'), cancel: t('common:cancel') }}>
            {/* Over the middle of the header: the bottom is where lists add up and changes are saved. */}
            <Notifications position="top-center" limit={4} />
            <RouterProvider router={router} />
          </ModalsProvider>
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}
