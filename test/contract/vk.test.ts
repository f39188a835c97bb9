/** VK's lead forms as far as the desk asks them: what is documented, what others have seen, what is only assumed. */
import { answerVk, vkHost } from '../../emulator/partners/vk/vkAnswer'
import { newVk, type VkState, vkSent } from '../../emulator/partners/vk/vkState'

const now = 1_795_000_000_000

function community(leads = 0): VkState {
  const vk = newVk({ group: 777, token: 't', forms: [{ form_id: 12, name: 'Запись', questions: [{ key: 'custom_0', label: 'Вопрос' }] }] })
  for (let at = 0; at < leads; at++) vkSent(vk, now + at * 1000, 12, { first_name: `Гость ${at}` })
  return vk
}

function ask(vk: VkState, method: string, part: Readonly<Record<string, string>> = {}, at = now) {
  const payload = String(new URLSearchParams({ group_id: '777', access_token: 't', v: '5.199', ...part }))
  const { code, body } = answerVk(
    vk,
    { url: `${vkHost}${method}`, method: 'post', headers: {}, contentType: 'application/x-www-form-urlencoded', payload },
    at,
  )
  return { code, body: JSON.parse(body) }
}
const leadsOf = (vk: VkState, part: Readonly<Record<string, string>> = {}, at = now) =>
  ask(vk, 'leadForms.getLeads', { form_id: '12', ...part }, at).body.response

test('observed: a lead has its number, moment, person and answers by key', () => {
  expect(leadsOf(community(1))).toEqual({
    leads: [
      { form_id: 12, lead_id: 9001, user_id: 109_001, date: now / 1000, answers: [{ key: 'first_name', answer: { value: 'Гость 0' } }] },
    ],
  })
})

test('documented: pages of a limit, each with the token of the next; the last has none', () => {
  const vk = community(5)
  const first = leadsOf(vk, { limit: '2' })
  const second = leadsOf(vk, { limit: '2', next_page_token: first.next_page_token }, now + 2000)
  const third = leadsOf(vk, { limit: '2', next_page_token: second.next_page_token }, now + 4000)
  expect([first, second, third].map(({ leads }) => leads.length)).toEqual([2, 2, 1])
  expect(third.next_page_token).toBeUndefined()
})

test('documented: the forms of a community, with their questions', () => {
  expect(ask(community(), 'leadForms.list').body.response).toMatchObject([
    { form_id: 12, questions: [{ key: 'custom_0', label: 'Вопрос' }] },
  ])
})

test('observed: errors come with 200 and a code; three requests a second', () => {
  expect(ask(community(), 'leadForms.list', { access_token: 'x' })).toMatchObject({ code: 200, body: { error: { error_code: 5 } } })
  expect(ask(community(), 'leadForms.list', { group_id: '1' }).body.error.error_code).toBe(15)
  const vk = community()
  expect([1, 2, 3, 4].map(() => ask(vk, 'leadForms.list').body.error?.error_code ?? 0)).toEqual([0, 0, 0, 6])
})

test('assumed: the newest first', () => {
  expect(leadsOf(community(3)).leads.map(({ lead_id }: { lead_id: number }) => lead_id)).toEqual([9003, 9002, 9001])
})

test('assumed: the key of a community opens these methods, and the body is read as the address is', () => {
  expect(ask(community(), 'leadForms.getLeads', { form_id: '12' }).body).toHaveProperty('response')
})
