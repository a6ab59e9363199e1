import { app, session } from 'electron'
import { PAGE } from './protocol.ts'

/**
 * Refuses whatever the page has no need of, for every page that this process will ever show. The numbers are those of
 * Electron's security checklist.
 * @param origin of the page, the only place it may go to or load from
 * @param openLink told where a link of the page would lead
 */
export const lockDown = (origin: string, openLink: (address: string) => void): void => {
  app.enableSandbox() // 4, for every process that will ever be started
  // Whatever Chromium may want to fetch of its own accord finds no host. Messages are sent by the core, which is Node.
  if (origin === PAGE) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')

  app.on('web-contents-created', (_, contents) => {
    // 13: the page may reload itself and nothing more; what would lead away is refused, redirects and frames included.
    contents.on('will-frame-navigate', (navigation) => {
      if (!navigation.isMainFrame || !isOf(origin, navigation.url)) navigation.preventDefault()
    })
    contents.on('will-redirect', (navigation) => navigation.preventDefault())
    // 14 and 11: no second window; a link that would open one is put to the user.
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url)
      return { action: 'deny' }
    })
    // 12
    contents.on('will-attach-webview', (attachment) => attachment.preventDefault())
  })

  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })

  app.whenReady().then(() => {
    // 5: both handlers, since some features only check and never ask.
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
    session.defaultSession.setPermissionCheckHandler(() => false)
    session.defaultSession.setDevicePermissionHandler(() => false)
    // 1: the program is offline; the page reaches nothing outside itself, whatever it is made to ask for.
    session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(origin, url) }))
  })
}

const mayLoad = (origin: string, url: string): boolean =>
  isOf(origin, url) || ['data:', 'blob:', 'devtools:'].includes(new URL(url).protocol)

/** The build tool's server also talks over a web socket, hence the host. */
const isOf = (origin: string, url: string): boolean => {
  const [own, asked] = [new URL(origin), URL.parse(url)]
  const socket = own.protocol === 'http:' && asked?.protocol === 'ws:'
  return asked !== null && own.host === asked.host && (own.protocol === asked.protocol || socket)
}
