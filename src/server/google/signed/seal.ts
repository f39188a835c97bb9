/** Seals over rows of «Исходящие», which people can edit: only what the product wrote so is carried out. The key stands in no sheet. */

import { isSameSecret } from '../../../domain/external/sameSecret'

type Values = Readonly<Record<string, string | number | null>>

/** Stands in «Ошибка» of a row that is not the product's. */
export const foreignRow = 'эту строку написала или изменила не программа: она не отправлена'

/** HMAC-SHA256 over what decides who gets what, base64url without padding. The script's own id is the key: known here without a call. */
function sealOf({ key, kind, to, payload }: Values): string {
  const text = JSON.stringify(['outbox', key, kind, to || null, payload])
  const bytes = Utilities.computeHmacSha256Signature(text, ScriptApp.getScriptId(), Utilities.Charset.UTF_8)
  return Utilities.base64EncodeWebSafe(bytes).replace(/=+$/, '')
}

/** The row as it is written. */
export function sealed(row: Values): Values {
  return { ...row, seal: sealOf(row) }
}

interface Standing {
  readonly key: string
  readonly kind: string
  readonly to?: string | null
  readonly payload: string
  readonly seal: string
}

/** Whether the product wrote the row so. */
export function isOurs({ key, kind, to = null, payload, seal }: Standing): boolean {
  return isSameSecret(seal ?? '', sealOf({ key, kind, to, payload }))
}
