import { safeStorage } from 'electron'
import type { Secrets } from '../worker/secrets.ts'

// Without a keyring Electron on Linux would seal with a key that everybody knows.
const isKept = async (): Promise<boolean> =>
  !(process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) &&
  (await safeStorage.isAsyncEncryptionAvailable())

/** The system's own keychain: Keychain, DPAPI, or the desktop's keyring on Linux. */
export const systemSecrets: Secrets = {
  seal: async (text) => ((await isKept()) ? new Uint8Array(await safeStorage.encryptStringAsync(text)) : null),
  open: async (sealed) =>
    (await isKept()) ? (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result : null,
}
