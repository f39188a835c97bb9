/** A refusal of the phone's door. */

import { signInTexts } from '../../../domain/text/signInText.ru'
import type { PhoneRefusal } from '../../../rpc/phoneContract'

export function refusedBy(message: string, part: Partial<Pick<PhoneRefusal, 'retry' | 'signedOut'>> = {}): PhoneRefusal {
  return { ok: false, message, retry: false, problem: null, issues: [], ...part }
}

export function signedOut(why: keyof typeof signInTexts.signedOut): PhoneRefusal {
  return refusedBy(signInTexts.signedOut[why], { signedOut: why })
}
