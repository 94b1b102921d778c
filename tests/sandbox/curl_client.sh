#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A client of the practice platform made of openssl, curl and sed only: number range, quota, upload, result.
# It shows that the platform speaks the protocol, not the private dialect of our own client.
# Usage: curl_client.sh PATH/TO/kaipiao-sandbox
set -eu

program=$1
work=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$server" ] || wait "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

# member NAME: the first string member of that name in the JSON on standard input.
member() { tr -d '\n' | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }

mkfifo "$work/out"
"$program" --listen 127.0.0.1:0 --data "$work/data" > "$work/out" &
server=$!
read -r line < "$work/out"
case $line in "listening on http://127.0.0.1:"*) ;; *) fail "unexpected first line: $line" ;; esac

"$program" --data "$work/data" --print-credentials > "$work/credentials"
# The first company of the list: everything up to its tax number, the last of its members.
sed '/"tax_number"/q' "$work/credentials" > "$work/first"
key=$(member key < "$work/first")
url=$(member url < "$work/first")
seller=$(member tax_number < "$work/first")
seller_name=$(member name < "$work/first")
connection=$(sed -n '/"connection"/,/}/p' "$work/first" | member platform_id)
unit=$(sed '/"connection"/,/}/d' "$work/first" | member platform_id)

# call OPERATION JSON: posts the encrypted request and prints the decrypted business answer.
call() {
    printf %s "$2" | openssl enc -sm4-ecb -K "$key" -a -A > "$work/request"
    curl -sS --fail -H "jrdwptbh: $connection" -H "sydwptbh: $unit" -H "fwbm: $1" -H "nlbm: 202007" -H "ylbm:" \
        -H "access_signature:" -d "@$work/request" "$url/202007/$1/" > "$work/answer"
    grep -q '"httpStatusCode":"200"' "$work/answer" || fail "$1: $(cat "$work/answer")"
    # The body is JSON inside a JSON string; Base64 needs no escaping, so the backslashes can simply go.
    sed 's/\\//g; s/.*"Data":"\([^"]*\)".*/\1/' "$work/answer" > "$work/sealed"
    openssl enc -d -sm4-ecb -K "$key" -a -A -in "$work/sealed"
}
expect_success() { [ "$(printf %s "$2" | member returncode)" = 00 ] || fail "$1: $2"; }

answer=$(call QDFPPLFM "{\"nsrsbh\":\"$seller\",\"lysl\":2,\"ywlsh\":\"curl-numbers-1\"}")
expect_success QDFPPLFM "$answer"
number=$(printf %s "$answer" | member fpqshm)
last=$(printf %s "$answer" | member fpzzhm)
[ ${#number} -eq 20 ] || fail "no 20-digit number: $number"

answer=$(call XZTHSXED "{\"nsrsbh\":\"$seller\",\"ptbh\":\"$connection\",\"sqlx\":\"0\",\"sqed\":\"1000.00\",\"ywlsh\":\"curl-quota-1\"}")
expect_success XZTHSXED "$answer"
answer=$(call CXSXED "{\"nsrsbh\":\"$seller\"}")
expect_success CXSXED "$answer"
[ "$(printf %s "$answer" | member yxzwsyed)" = 1000.00 ] || fail "downloaded quota: $answer"

# invoice NUMBER NET TAX GROSS: an ordinary invoice of one line at 13 %.
invoice() {
    printf '{"fphm":"%s","lzfpbz":"0","ptbh":"%s","fppz":"02","qyDm":"11","xsfnsrsbh":"%s","xsfmc":"%s",' \
        "$1" "$connection" "$seller" "$seller_name"
    printf '"gmfmc":"演练买家有限公司","hjje":"%s","hjse":"%s","jshj":"%s","kpr":"演开票","ip":"127.0.0.1",' "$2" "$3" "$4"
    printf '"macdz":"02-00-00-00-00-01","kprq":"%s","fpkjfsDm":"5",' "$(TZ=UTC-8 date '+%Y-%m-%d %H:%M:%S')"
    printf '"fpmxList":[{"mxxh":"1","xmmc":"演练钢笔","hwhyslwfwmc":"*文具*演练钢笔","spfwjc":"文具","sl":"1","dj":"%s",' "$2"
    printf '"je":"%s","slv":"0.13","se":"%s","hsje":"%s","sphfwssflhbbm":"1060402010100000000","fphxz":"00"}]}' "$2" "$3" "$4"
}
# upload_result JSON: uploads, then asks until nothing is in process any more; prints the results.
upload_result() {
    answer=$(call QDFPSC "$1")
    expect_success QDFPSC "$answer"
    receipt=$(printf %s "$answer" | member sllsh)
    polls=0
    while :; do
        answer=$(call CXQDFPSCJG "{\"sllsh\":\"$receipt\"}")
        expect_success CXQDFPSCJG "$answer"
        case $answer in *'"status":"01"'*) ;; *) break ;; esac
        polls=$((polls + 1))
        [ $polls -lt 50 ] || fail "still in process: $answer"
    done
    printf %s "$answer"
}

results=$(upload_result "[$(invoice "$number" 100.00 13.00 113.00)]")
[ "$(printf %s "$results" | member status)" = 00 ] || fail "upload: $results"
results=$(upload_result "[$(invoice "$number" 100.00 13.00 113.00)]")
[ "$(printf %s "$results" | member status)" = 03 ] || fail "repeated upload: $results"
results=$(upload_result "[$(invoice "$last" 900.01 117.00 1017.01)]")
[ "$(printf %s "$results" | member status)" = 02 ] || fail "upload above the quota: $results"
case $results in *额度不足*) ;; *) fail "the reason is not said: $results" ;; esac

ledger=$(curl -sS --fail "${url%/access/*}/control/ledger?seller=$seller")
[ "$(printf %s "$ledger" | grep -c '"number"')" = 1 ] || fail "ledger: $ledger"
[ "$(printf %s "$ledger" | member number)" = "$number" ] || fail "ledger: $ledger"
[ "$(printf %s "$ledger" | member gross)" = 113.00 ] || fail "ledger: $ledger"
[ "$(printf %s "$ledger" | member received)" = 2 ] || fail "ledger: $ledger"

kill "$server"
wait "$server" || fail "the server did not end cleanly"
server=
echo "PASSED: $number issued with openssl and curl"
