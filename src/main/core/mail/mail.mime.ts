import { safeFileName } from '../kernel/file-name.ts'
import { type Mailbox, oneLine } from './mail.rules.ts'

export type MimeParts = {
  from: Mailbox | null
  replyTo: Mailbox | null
  to: readonly Mailbox[]
  cc: readonly Mailbox[]
  subject: string
  text: string
  /** With its angle brackets. */
  messageId: string
  /** The instant of its `Date`. */
  dated: string
  attachments: readonly { name: string; mediaType: string; bytes: Uint8Array }[]
  /** Opens in a mail program as a message still to be sent. */
  draft: boolean
}

const plain = ({ name, address }: Mailbox) => ({ name: oneLine(name), address })

/** The bytes of a message (RFC 5322, MIME); the same parts give the same bytes. There is no `Bcc`, drafts would show it. */
export const toMime = async (parts: MimeParts): Promise<Uint8Array<ArrayBuffer>> => {
  const { from, replyTo, to, cc, subject, text, messageId, dated, attachments, draft } = parts
  // Loaded when the first message is made, not when the program starts.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    ...(from && { from: plain(from) }),
    ...(replyTo && { replyTo: plain(replyTo) }),
    to: to.map(plain),
    cc: cc.map(plain),
    subject: oneLine(subject),
    messageId,
    date: new Date(dated),
    text,
    attachments: attachments.map(({ name, mediaType, bytes }) => ({
      filename: safeFileName(name),
      contentType: oneLine(mediaType),
      content: Buffer.from(bytes),
    })),
    headers: draft ? { 'X-Unsent': '1' } : {},
    baseBoundary: messageId.replace(/[^A-Za-z0-9]/g, ''),
    newline: 'win',
    // Content comes from the book: nothing is read from a path or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Uint8Array(await composer.compile().build())
}
