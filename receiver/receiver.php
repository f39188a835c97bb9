<?php
/**
 * The receiver in Russia, for a hosting with PHP 8.1 or later: the same as receiver.mjs, and the same folder of records.
 * One file, no packages. README.md says how it is set up.
 *
 *     php receiver.php pass           passes on what waits, once (for cron, every minute)
 *     php receiver.php list           what waits
 *     php receiver.php forget <id>    deletes a record; its id begins as «ru:…» of the deal says
 *     php receiver.php check          signs the examples of vectors.json, as the desk does
 */
declare(strict_types=1);
umask(0077);

/** Outside of the folder that the site shows. */
$folder = getenv('RECEIVER_DATA') ?: dirname(__DIR__) . '/receiver-data';

const BODY = 100000;
const FEWEST_MS = 4000;
const LONGEST_MS = 3 * 24 * 3600000;
const SENDERS = 5;
const PATIENCE = 90;
const FIELDS = ['Вопрос', 'Имя', 'Телефон', 'E-mail', 'Мессенджер', 'Организация', 'Муниципалитет', 'Удобное время'];
const CONSENT = 'Согласие на обработку персональных данных';
const AGREED = 'Даю согласие на обработку персональных данных';
const FORM = 'application/x-www-form-urlencoded';

const TITLES = [200 => 'Заявка получена', 422 => 'Заявка не отправлена', 0 => 'Сейчас не получилось'];
const TAKEN = 'Мы позвоним вам, уточним вопрос и предложим время.';
const BUSY = 'Заявок сейчас слишком много. Подождите минуту, вернитесь назад и отправьте ещё раз: введённое останется.';
const NOTHING = 'Заявка пустая, записывать нечего.';
const TOO_BIG = 'Заявка слишком длинная. Сократите текст, подробности расскажете по телефону.';
const FAILED = 'Сейчас записать заявку не получилось. Вернитесь назад, подождите минуту и отправьте ещё раз или позвоните нам.';
const MISSING = 'Не заполнено: %s. Вернитесь назад, заполните и отправьте ещё раз: введённое останется.';

function config(): array
{
    global $folder;
    static $read = null;
    if ($read === null) {
        $text = is_file("$folder/config.json") ? (string) file_get_contents("$folder/config.json") : '{}';
        $given = json_decode($text, true);
        if (!is_array($given)) {
            throw new RuntimeException('config.json cannot be read');
        }
        $read = $given + ['key' => '', 'desk' => '', 'siteKey' => '', 'centre' => '', 'phone' => '', 'policy' => '', 'perMinute' => 10];
    }
    return $read;
}

function idOf(array $recorded): string
{
    return hash('sha256', $recorded['nonce'] . "\n" . $recorded['contentType'] . "\n" . $recorded['body']);
}

function envelopeOf(array $one, int $at, string $key): array
{
    $sign = hash_hmac('sha256', "desk-1\n{$one['id']}\n$at\n{$one['payload']}", $key);
    return ['id' => $one['id'], 'at' => $at, 'payload' => $one['payload'], 'sign' => $sign];
}

function jsonOf(array $value): string
{
    return json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
}

// Records: a file each, named by its id, in «waiting» until the desk has it, then in «passed».

function placeOf(string $state, string $id): string
{
    global $folder;
    return "$folder/$state/$id.json";
}

function prepare(): void
{
    global $folder;
    foreach (['waiting', 'passed'] as $state) {
        if (!is_dir("$folder/$state") && !mkdir("$folder/$state", 0700, true) && !is_dir("$folder/$state")) {
            throw new RuntimeException('the folder of records cannot be made');
        }
    }
    foreach (glob("$folder/waiting/*.tmp") ?: [] as $name) {
        // What was never finished was never answered.
        if (time() - (int) @filemtime($name) > 3600) {
            @unlink($name);
        }
    }
}

/** On disk when it returns. The same request a second time is the same record. */
function record(array $recorded): string
{
    global $folder;
    $id = idOf($recorded);
    if (is_file(placeOf('waiting', $id)) || is_file(placeOf('passed', $id))) {
        return $id;
    }
    $unfinished = "$folder/waiting/$id." . bin2hex(random_bytes(4)) . '.tmp';
    $text = jsonOf(['id' => $id, 'payload' => jsonOf($recorded)]);
    $file = fopen($unfinished, 'xb');
    $isWritten = $file !== false && fwrite($file, $text) === strlen($text) && fflush($file) && fsync($file);
    if ($file !== false) {
        fclose($file);
    }
    if (!$isWritten || !rename($unfinished, placeOf('waiting', $id))) {
        throw new RuntimeException('the record cannot be written');
    }
    return $id;
}

/** The oldest first. */
function idsIn(string $state): array
{
    global $folder;
    $ages = [];
    foreach (glob("$folder/$state/*.json") ?: [] as $name) {
        if (preg_match('/^[0-9a-f]{64}$/', basename($name, '.json')) === 1) {
            $ages[basename($name, '.json')] = (int) @filemtime($name);
        }
    }
    asort($ages);
    return array_map('strval', array_keys($ages));
}

// Passing on.

/** One that cannot be taken does not stop the others, a desk that cannot be reached stops all. */
function passAll(): void
{
    global $folder;
    $lock = fopen("$folder/passing", 'c');
    if ($lock === false || !flock($lock, LOCK_EX | LOCK_NB)) {
        return;
    }
    foreach (idsIn('waiting') as $id) {
        $one = json_decode((string) @file_get_contents(placeOf('waiting', $id)), true);
        if (!is_array($one)) {
            continue;
        }
        $answer = toldDesk($one);
        if (($answer['ok'] ?? false) === true) {
            @rename(placeOf('waiting', $id), placeOf('passed', $id));
            continue;
        }
        $code = is_string($answer['code'] ?? null) ? $answer['code'] : 'no answer';
        error_log("$id: $code");
        if ($code !== 'empty' && $code !== 'unreadable') {
            break;
        }
    }
    flock($lock, LOCK_UN);
    fclose($lock);
}

/** Google answers a post by sending on to a page that holds the answer. */
function toldDesk(array $one): array
{
    $body = jsonOf(envelopeOf($one, time(), config()['key']));
    [$text, $headers] = asked(config()['desk'], 'POST', $body);
    for ($times = 0; $times < 5 && ($next = locationIn($headers, config()['desk'])) !== null; $times++) {
        [$text, $headers] = asked($next, 'GET', '');
    }
    $answer = json_decode($text, true);
    return is_array($answer) ? $answer : [];
}

function asked(string $url, string $method, string $body): array
{
    $http = ['method' => $method, 'content' => $body, 'header' => "Content-Type: application/json\r\n", 'timeout' => PATIENCE];
    $context = stream_context_create(['http' => $http + ['follow_location' => 0, 'ignore_errors' => true]]);
    $text = @file_get_contents($url, false, $context);
    return [(string) $text, $http_response_header ?? []];
}

/** Where the answer sends on to; null = it is the answer itself. */
function locationIn(array $headers, string $from): ?string
{
    if (preg_match('#^HTTP/\S+ 30[1237]#', $headers[0] ?? '') !== 1) {
        return null;
    }
    foreach ($headers as $header) {
        if (preg_match('#^Location:\s*(\S+)#i', $header, $found) === 1) {
            return str_starts_with($found[1], '/') ? preg_replace('#^(https?://[^/]+).*$#', '$1', $from) . $found[1] : $found[1];
        }
    }
    return null;
}

// The door.

/** Counts are kept under digests: no address of anybody is written down. */
function isOverRate(string $sender): bool
{
    global $folder;
    $file = fopen("$folder/rate.json", 'c+');
    if ($file === false || !flock($file, LOCK_EX)) {
        throw new RuntimeException('the rate cannot be counted');
    }
    $kept = json_decode((string) stream_get_contents($file), true);
    $minute = intdiv(time(), 60);
    $rate = is_array($kept) && ($kept['minute'] ?? null) === $minute ? $kept : ['minute' => $minute, 'all' => 0, 'counts' => []];
    $name = substr(hash_hmac('sha256', $sender, config()['key']), 0, 16);
    $rate['counts'][$name] = ($rate['counts'][$name] ?? 0) + 1;
    $rate['all']++;
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, jsonOf($rate));
    flock($file, LOCK_UN);
    fclose($file);
    return $rate['counts'][$name] > config()['perMinute'] || $rate['all'] > config()['perMinute'] * SENDERS;
}

function nowMs(): int
{
    return (int) floor(microtime(true) * 1000);
}

function markAt(int $shown): string
{
    return $shown . '.' . hash_hmac('sha256', "form|$shown", config()['key']);
}

/** When a page was shown that somebody has had the time to fill in. */
function isOfPerson(string $mark): bool
{
    if (preg_match('/^(\d{13})\.[0-9a-f]{64}$/', $mark, $found) !== 1) {
        return false;
    }
    $took = nowMs() - (int) $found[1];
    return hash_equals(markAt((int) $found[1]), $mark) && $took >= FEWEST_MS && $took <= LONGEST_MS;
}

/** Names as they were sent: PHP's own $_POST turns a space into «_» and drops what repeats. */
function pairsIn(string $body): array
{
    $pairs = [];
    foreach (explode('&', $body) as $part) {
        [$name, $value] = explode('=', $part, 2) + [1 => ''];
        $pairs[urldecode($name)] ??= urldecode($value);
    }
    return $pairs;
}

function missingIn(array $given): array
{
    $has = fn (string $name): bool => trim($given[$name] ?? '') !== '';
    $missing = array_values(array_filter(['Вопрос', 'Имя', CONSENT], fn (string $name): bool => !$has($name)));
    return $has('Телефон') || $has('E-mail') || $has('Мессенджер') ? $missing : [...$missing, 'Телефон, почта или мессенджер'];
}

/** Of the own form: only what it asks for, under the key of its page, with the consent in the words that stood beside the box. */
function ownForm(array $given): array
{
    $policy = config()['policy'];
    $told = ['form name' => 'Форма заявки центра'];
    foreach (FIELDS as $name) {
        $told[$name] = $given[$name] ?? '';
    }
    $told[CONSENT] = isset($given[CONSENT]) ? AGREED . ($policy === '' ? '' : "; политика: $policy") : '';
    $told['honeypot'] = $given['honeypot'] ?? '';
    $told['request key'] = $given['request key'] ?? '';
    // Written as receiver.mjs writes it: the same request has the same id at both.
    $body = str_replace('%2A', '*', http_build_query(array_filter($told, fn (string $value): bool => trim($value) !== '')));
    return ['nonce' => mb_substr($told['request key'], 0, 200), 'contentType' => FORM, 'body' => $body];
}

/** @return array{int, string, string} status, words, id */
function take(string $body, string $contentType, array $query): array
{
    if (isOverRate($_SERVER['REMOTE_ADDR'] ?? '')) {
        return [429, BUSY, ''];
    }
    if (strlen($body) > BODY) {
        return [413, TOO_BIG, ''];
    }
    if (trim($body) === '') {
        return [400, NOTHING, ''];
    }
    $body = mb_scrub($body, 'UTF-8');
    $given = stripos($contentType, 'urlencoded') !== false ? pairsIn($body) : [];
    $isOwn = isset($given['mark']);
    $missing = $isOwn ? missingIn($given) : [];
    if ($missing !== []) {
        return [422, sprintf(MISSING, implode(', ', $missing)), ''];
    }
    $siteKey = config()['siteKey'];
    $isOfSite = $siteKey !== '' && hash_equals($siteKey, is_string($query['key'] ?? null) ? $query['key'] : '');
    $suspect = $isOfSite || isOfPerson($given['mark'] ?? '') ? '' : 'hasty';
    $form = $isOwn ? ownForm($given) : ['nonce' => bin2hex(random_bytes(16)), 'contentType' => $contentType, 'body' => $body];
    $from = mb_substr(is_string($query['from'] ?? null) ? $query['from'] : '', 0, 100);
    return [200, TAKEN, record($form + ['from' => $from, 'recordedAt' => time(), 'suspect' => $suspect])];
}

function send(int $status, string $type, string $body): void
{
    http_response_code($status);
    header("Content-Type: $type; charset=utf-8");
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    header('Referrer-Policy: no-referrer');
    header("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    echo $body;
}

function answerPost(): void
{
    try {
        $body = (string) file_get_contents('php://input', false, null, 0, BODY + 1);
        [$status, $words, $id] = take($body, mb_substr($_SERVER['CONTENT_TYPE'] ?? '', 0, 200), $_GET);
    } catch (Throwable $error) {
        // Where nothing can be recorded nobody is told that it was.
        error_log('record: ' . get_class($error));
        [$status, $words, $id] = [503, FAILED, ''];
    }
    $isPage = str_contains($_SERVER['HTTP_ACCEPT'] ?? '', 'text/html');
    if ($isPage) {
        send($status, 'text/html', page(TITLES[$status] ?? TITLES[0], '<p>' . escaped($words) . '</p>'));
    } else {
        send($status, 'application/json', jsonOf(['ok' => $status === 200, 'id' => $id, 'text' => $words]));
    }
    // The person goes home; where the hosting cannot let him go, the cron line passes on.
    if ($status === 200 && function_exists('fastcgi_finish_request')) {
        fastcgi_finish_request();
        passAll();
    }
}

// Pages.

function escaped(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

const CSS = <<<'STYLE'
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0}main{max-width:36rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0}label{display:block;margin-top:1rem;font-weight:600}small{display:block;font-weight:400;opacity:.8}
input,textarea{box-sizing:border-box;width:100%;font:inherit;padding:.6rem;border:1px solid GrayText;border-radius:.4rem;background:Field;color:FieldText}
textarea{min-height:8rem}label.check{display:flex;gap:.6rem;font-weight:400;align-items:flex-start}label.check input{width:1.4rem;height:1.4rem;flex:none}
button{font:inherit;font-weight:600;margin:1.5rem 0;padding:.75rem 1.5rem;border:0;border-radius:.4rem;background:#0b57d0;color:#fff;cursor:pointer}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}.extra{position:absolute;left:-9999px}
@media (prefers-color-scheme:dark){body{background:#131314;color:#e3e3e3}button{background:#a8c7fa;color:#062e6f}a{color:#a8c7fa}:focus-visible{outline-color:#a8c7fa}}
STYLE;

function page(string $title, string $content): string
{
    $centre = implode(', ', array_filter([config()['centre'], config()['phone']], fn (string $part): bool => $part !== ''));
    $head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
    return '<!doctype html><html lang="ru">' . $head . '<title>' . escaped($title) . '</title><style>' . CSS . '</style><main><p>' . escaped($centre) . '</p><h1>' . escaped($title) . "</h1>$content</main></html>";
}

function field(string $name): string
{
    $kinds = ['Телефон' => 'type="tel" autocomplete="tel"', 'E-mail' => 'type="email" autocomplete="email"', 'Имя' => 'autocomplete="name" required'];
    $hints = ['Телефон' => 'Телефон, почта или мессенджер: хватит одного', 'Организация' => 'Если вы от организации', 'Удобное время' => 'Например: по средам после 16'];
    $id = 'f' . array_search($name, FIELDS, true);
    $label = "<label for=\"$id\">$name" . (isset($hints[$name]) ? "<small>{$hints[$name]}</small>" : '') . '</label>';
    return $name === 'Вопрос'
        ? "$label<textarea id=\"$id\" name=\"$name\" maxlength=\"10000\" required></textarea>"
        : "$label<input id=\"$id\" name=\"$name\" maxlength=\"500\" " . ($kinds[$name] ?? '') . '>';
}

function formPage(): string
{
    $policy = config()['policy'] === '' ? '' : ' <a href="' . escaped(config()['policy']) . '" target="_blank" rel="noopener">Политика обработки данных</a>';
    $hidden = '<input type="hidden" name="mark" value="' . markAt(nowMs()) . '"><input type="hidden" name="request key" value="f' . bin2hex(random_bytes(12)) . '">';
    $trap = '<div class="extra" aria-hidden="true"><label>Оставьте это поле пустым<input name="honeypot" tabindex="-1" autocomplete="off"></label></div>';
    $agree = '<label class="check"><input type="checkbox" name="' . CONSENT . '" value="да" required><span>' . AGREED . "$policy</span></label>";
    $fields = implode('', array_map('field', FIELDS));
    return page('Запись на консультацию', "<form method=\"post\">$fields$agree$trap$hidden<button>Отправить заявку</button></form>");
}

// Commands.

function forget(string $start): void
{
    if (preg_match('/^[0-9a-f]{12,64}$/', $start) !== 1) {
        throw new RuntimeException('forget <id>: at least 12 signs of it');
    }
    foreach (['waiting', 'passed'] as $state) {
        foreach (idsIn($state) as $id) {
            if (str_starts_with($id, $start) && unlink(placeOf($state, $id))) {
                echo "$id: deleted\n";
            }
        }
    }
}

function check(): int
{
    $vectors = json_decode((string) file_get_contents(__DIR__ . '/vectors.json'), true, 512, JSON_THROW_ON_ERROR);
    $wrong = array_filter($vectors, function (array $one): bool {
        $recorded = json_decode($one['payload'], true, 512, JSON_THROW_ON_ERROR);
        return idOf($recorded) !== $one['id'] || envelopeOf($one, $one['at'], $one['key'])['sign'] !== $one['sign'];
    });
    echo count($vectors) . ' examples, ' . count($wrong) . " wrong\n";
    return count($wrong) === 0 ? 0 : 1;
}

if (PHP_SAPI === 'cli') {
    $command = $argv[1] ?? '';
    if ($command === 'check') {
        exit(check());
    }
    prepare();
    if ($command === 'pass') {
        passAll();
    } elseif ($command === 'forget') {
        forget($argv[2] ?? '');
    } else {
        echo 'waiting: ' . count(idsIn('waiting')) . "\npassed: " . count(idsIn('passed')) . "\n";
    }
} elseif (config()['key'] === '' || config()['desk'] === '') {
    send(503, 'text/plain', 'config.json: «key» and «desk» are needed');
} elseif (($_SERVER['REQUEST_METHOD'] ?? '') === 'POST') {
    prepare();
    answerPost();
} elseif (($_SERVER['REQUEST_METHOD'] ?? '') === 'GET') {
    send(200, 'text/html', formPage());
} else {
    send(405, 'text/plain', 'Method not allowed');
}
