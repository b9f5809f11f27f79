#!/usr/bin/env bash
# Fuzzes one target with AFL++, guided by coverage of the library.
# Usage: run.sh TARGET SECONDS [FOLDER_FOR_FINDINGS]
# It needs afl-fuzz (Debian: afl++); the instrumenting tool is fetched beside the findings when it is not there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$1 seconds=$2 out=${3:-$(mktemp -d)}
program=$out/program
mkdir -p "$out"
dotnet publish "$here" -c Release -o "$program" -v q --nologo
command -v sharpfuzz > /dev/null || {
    dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$out/tools" > /dev/null
    PATH=$out/tools:$PATH
}
for library in ChangeRelease.Domain ChangeRelease.Domain.ICalendar Ical.Net; do
    sharpfuzz "$program/$library.dll"
done
AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 DOTNET_gcServer=0 \
    afl-fuzz -i "$here/Corpus/$target" -o "$out/findings" -x "$here/$target.dict" -t 5000 -m none -V "$seconds" \
    -- dotnet "$program/ChangeRelease.Domain.Fuzz.dll" "$target" afl > "$out/afl.log"
grep -E '^(run_time|execs_done|execs_per_sec|corpus_count|corpus_found|saved_crashes|saved_hangs|bitmap_cvg|stability)' "$out/findings/default/fuzzer_stats"
[ "$(grep -E '^saved_(crashes|hangs)' "$out/findings/default/fuzzer_stats" | grep -vc ': 0$')" -eq 0 ]
