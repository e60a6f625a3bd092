#!/bin/sh
# Archives the audit trail of whole days (UTC) as the service shows it, and removes archives older than KEEP_YEARS. It never removes
# anything from the service: its entries are append-only.
#
#   PIPELINE_URL    where the service answers, e.g. http://127.0.0.1:8080
#   TOKEN_FILE      a file with a token of a user whose only role is AUDITOR, readable by this script alone
#   ARCHIVE         the directory of the archives, best on another machine
#   KEEP_YEARS      how many years archives are kept (10)
#   audit-archive.sh [DAY]   archives DAY (2026-11-27); without it each day since the latest archive, until yesterday
#
# Each day becomes audit-DAY.ndjson.gz, one page of GET /api/v1/audit a line, and audit-DAY.verification.json, the findings of
# GET /api/v1/audit/verify at that time with the hash of the latest seal; SHA256SUMS has their sums. Needs curl, gzip, sha256sum and
# GNU date. audit-archive.timer runs it each night.
set -eu
umask 077
: "${PIPELINE_URL:?}" "${TOKEN_FILE:?}" "${ARCHIVE:?}"
keep_years=${KEEP_YEARS:-10}

# Without an argument that other users of the machine could read.
fetch() {
    printf 'header = "Authorization: Bearer %s"\n' "$(cat "$TOKEN_FILE")" |
        curl --config - --silent --show-error --max-time 3600 --retry 5 --retry-delay 10 "$@"
}

get() {
    fetch --fail "$PIPELINE_URL$1"
}

archive_day() {
    day=$1
    next_day=$(date -u -d "$day + 1 day" +%F)
    part=$ARCHIVE/audit-$day.part
    query="/api/v1/audit?limit=500&from=${day}T00:00:00Z&before=${next_day}T00:00:00Z"
    cursor=
    : > "$part"
    while :; do
        page=$(get "$query${cursor:+&cursor=$cursor}")
        printf '%s\n' "$page" >> "$part"
        cursor=$(printf '%s' "$page" | sed -n 's/.*"next":"\([A-Za-z0-9_=-]*\)"}$/\1/p')
        [ -n "$cursor" ] || break
    done
    gzip -n "$part"
    mv "$part.gz" "$ARCHIVE/audit-$day.ndjson.gz"
}

# One verification covers all days that are archived now. Another that is running already (409) is waited for, an hour at most.
verify() {
    for _ in $(seq 120); do
        status=$(fetch --output "$ARCHIVE/verification.part" --write-out '%{http_code}' "$PIPELINE_URL/api/v1/audit/verify")
        [ "$status" = 409 ] || break
        sleep 30
    done
    if [ "$status" != 200 ]; then
        cat "$ARCHIVE/verification.part" >&2
        return 1
    fi
    mv "$ARCHIVE/verification.part" "$ARCHIVE/audit-$1.verification.json"
}

mkdir -p "$ARCHIVE"
yesterday=$(date -u -d yesterday +%F)
if [ $# -gt 0 ]; then
    first=$(date -u -d "$1" +%F)
    last=$first
else
    latest=$(find "$ARCHIVE" -name 'audit-????-??-??.ndjson.gz' | sed 's/.*audit-\(.*\)\.ndjson\.gz/\1/' | sort | tail -n 1)
    first=$(date -u -d "${latest:-2 days ago} + 1 day" +%F)
    last=$yesterday
fi

day=$first
while [ "$(date -u -d "$day" +%s)" -le "$(date -u -d "$last" +%s)" ]; do
    archive_day "$day"
    day=$(date -u -d "$day + 1 day" +%F)
done
verify "$last"

oldest=$(date -u -d "$keep_years years ago" +%F)
find "$ARCHIVE" -name 'audit-????-??-??.*' -type f | while read -r file; do
    archived=$(basename "$file" | cut -c7-16)
    if [ "$(date -u -d "$archived" +%s)" -lt "$(date -u -d "$oldest" +%s)" ]; then
        rm -- "$file"
    fi
done
(cd "$ARCHIVE" && find . -name 'audit-*' ! -name '*.part*' -type f | sort | xargs sha256sum > SHA256SUMS)

# Whoever reads the journal of the timer is told; a broken trail is a failed unit.
grep -q '"intact":true' "$ARCHIVE/audit-$last.verification.json"
