/** Words after «консультация» that leave the hour free: how, where, when, how long. */

import { phrases } from './phrases'
import { withoutAddresses, wordsOf } from './titleLine'

const how =
  'онлайн, online, оффлайн, офлайн, offline, очно, очная, очный, очные, заочно, дистанционно, дистанционная, дистант, удаленно, zoom, зум, зуме, meet, мит, google, гугл, telegram, телеграм, whatsapp, ватсап, вотсап, skype, скайп, скайпу, teams, сферум, мтс линк, max, дист, телемост, яндекс, vk, вк, звонки, телефон, телефону, телефонная, тел, звонок, видео, видеосвязь, видеозвонок, индивидуальная, индивидуально, лично, личная, бесплатно, бесплатная, первичная, устная, ссылка, id, идентификатор, пароль, код, или, либо, и, можно, only, только'
const where =
  'кабинет, кабинете, каб, к, офис, офисе, аудитория, ауд, комната, ком, переговорная, переговорной, зал, зале, этаж, этаже, эт, вход, входа, двор, двора, со, ул, улица, дом, д, корпус, корп, стр, пр, проспект, наб, набережная, центр, центре, ресурсный, ресурсном, коворкинг, библиотека, библиотеке, у нас, здание, помещение, г, город, архангельск, архангельске, северодвинск, северодвинске, новодвинск, адрес, справа, слева, рядом, от, у, через'
const when =
  'первая половина, вторая половина, утро, утром, день, дня, днем, вечер, вечером, час, часа, часов, ч, мин, минут, минуты, по, в, во, до, с, на, после, перед, обеда, обедом, начало, начала, конец, окончание, сегодня, завтра, пн, вт, ср, чт, пт, сб, вс, понедельник, вторник, среда, среду, четверг, пятница, пятницу, суббота, субботу, воскресенье, января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря, неделя, неделю, каждую, каждый, еженедельно, регулярно, мск, пол, полтора, один, два, три, одна, две, слота, слотов, подряд'
const free =
  'свободно, свободен, свободна, свободный, свободная, свободные, слот, слоты, окно, окошко, по записи, по предварительной записи, запись открыта, открыта запись, есть место, есть места, есть окно, для нко, для сонко, для тос, для всех, free, slot, open, available, доступно, доступна, g1'

const harmless = phrases([how, where, when, free].join(','))
const phone = /\d[\d\s()-]{7,}\d/
const meetingNumber = phrases('zoom, зум, зуме, id, идентификатор, skype, пароль, код, meet, телемост')

/**
 * Whether a text only says how, where, when or how long; numbers do, a telephone does not: it is somebody's.
 * Example: 'онлайн, 2 ч' → true; 'занято' → false; 'АНО Маяк' → false.
 */
export function isHarmlessNote(note: string): boolean {
  const said = withoutAddresses(note)
  const words = wordsOf(said)
  if (phone.test(said) && !meetingNumber.isIn(words)) return false
  return areHarmless(words)
}

export function areHarmless(words: readonly string[]): boolean {
  let at = 0
  while (at < words.length) {
    const taken = harmless.at(words, at) || (/^\d+(?:Ч|Ч?М|МИН|ЭТ|Й|Я|А|Б)?$/.test(words[at] ?? '') ? 1 : 0)
    if (taken === 0) return false
    at += taken
  }
  return true
}

const consultationWords = ['КОНСУЛЬТАЦИЯ', 'КОНСУЛЬТАЦИИ']
const farthestTypo = 2

/** Whether a word in capitals is «консультация» with up to two slips: «КОНСУЛЬТАЦЫЯ», but not «КОНСУЛЬТАНТ». */
export function isConsultationTypo(word: string): boolean {
  return consultationWords.some((right) => Math.abs(word.length - right.length) <= farthestTypo && slips(word, right) <= farthestTypo)
}

/** Levenshtein: letters to add, drop or change. */
export function slips(typed: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const change = cost(row, j - 1) + (typed[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(change, cost(row, j) + 1, cost(next, j - 1) + 1))
    }
    row = next
  }
  return cost(row, right.length)
}

function cost(row: readonly number[], at: number): number {
  return row[at] as number
}
