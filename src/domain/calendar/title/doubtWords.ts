/** Words and signs that take a title's word back: called off, taken, not certain, a copy. */

import { phrases } from './phrases'
import { withoutAddresses, withoutQuoted, wordsOf } from './titleLine'

/** What a word or sign does to a title. */
export type Doubt = 'calledOff' | 'reserved' | 'taken' | 'unsure' | 'copy'

const table: readonly (readonly [Doubt, ReturnType<typeof phrases>])[] = [
  [
    'calledOff',
    phrases(
      'отмен*, отмена, не состоит*, не состоял*, не придет, не придут, не приедет, не пришел, не пришла, не пришли, не смогла, не смог, не смогут, не проводится, не проводим, перенос*, перенес*, перенош*, сдвиг*, сдвинут*, снят, снята, снято, сняли, убрать, убрали, удалить, удалена, удалено, неявка, отказ, отказал*, отложен*, отложить, отложил*, откладыва*, сорвал*, срыв*, передумал*, передан*, передать, передал*, замен*, замеща*, подмен*, аннулир*, cancel*, canceled, cancelled, moved, postponed, rescheduled, deleted',
    ),
  ],
  [
    'reserved',
    phrases(
      'резерв, резерва, резервная, зарезерв*, резервир*, бронь, брони, забронир*, бронир*, reserved, reserve, hold, придержать, держим',
    ),
  ],
  [
    'unsure',
    phrases(
      'возможн*, под вопросом, вопрос, может быть, наверное, вероятно, предвар*, предв, уточнить, уточняю, уточняем, уточняется, уточним, не точно, неточно, не уверен*, ждем, ждет, жду, не подтвержд*, неподтвержд*, ожидает, на согласовании, согласуем, согласовать, черновик, планир*, хочет, хотела, tbc, tbd, maybe, tentative, pending, если, кроме, вроде, скорее всего, не утвержд*, тест, проба, test',
    ),
  ],
  ['copy', phrases('fw, fwd, re, копия, copy, дубль, дубликат')],
  [
    'taken',
    phrases(
      'занят*, забит*, запис*, обещан*, обещал*, договор*, booked, taken, busy, full, мест нет, нет мест, нет места, не свободн*, клиент*',
    ),
  ],
]

const crosses = /[❌✖✗✘✕❎⛔🚫🛑]/u
const questions = /[?\uff1f❓❔⁉⚠🤔🤷⏳⌛]/u
const closedSigns = /[🔴🔒✅✔☑✓👤👥🙋🤝]|(?:^|[\s(])\+\d?\)?$/u

/** The weightiest doubt that the words outside quotation marks name, null = none. «Запись открыта», «по записи» are no doubt. */
export function doubtIn(text: string): Doubt | null {
  const words = wordsOf(withoutQuoted(text))
  return table.find(([, list]) => list.isIn(words))?.[0] ?? null
}

/** The doubt that a sign outside quotation marks says: ❌ called off, «?» not certain, 🔴 and ✅ taken or done. */
export function doubtOfSigns(text: string): Doubt | null {
  const said = withoutQuoted(withoutAddresses(text))
  if (crosses.test(said)) return 'calledOff'
  if (questions.test(said)) return 'unsure'
  return closedSigns.test(said) ? 'taken' : null
}
