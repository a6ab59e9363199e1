import './app/jitless.ts'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app/app.css'
import { createRoot } from 'react-dom/client'
import { bePresent } from './api/presence.ts'
import { restoreChoices } from './app/choices.ts'

// A file dropped where nothing takes it would make the browser leave the application for it.
for (const event of ['dragover', 'drop']) window.addEventListener(event, (dropped) => dropped.preventDefault())

bePresent()

// Language and colours are read by the first modules of the window: they are put back before those load.
restoreChoices()
  .then(() => import('./app/App.tsx'))
  .then(({ App }) => createRoot(document.getElementById('root') as HTMLElement).render(<App />))
