# Types a line and Tab in an interactive zsh, and prints what the line became.
zmodload zsh/zpty
await() {
    local seconds=$((SECONDS + 60))
    until [[ -f $TYPED && $(wc -l <"$TYPED") -ge $1 ]]; do
        zpty -r -t shell output || true
        ((SECONDS < seconds)) || { print -u 2 "No answer: $output"; exit 1 }
        sleep 0.05
    done
}
cd "${TYPED:h}"
zpty shell "${(q)ZSH_PROGRAM}" -i # which is evaluated
await 1
zpty -w -n shell "$1"$'\t\x14'
await 2
zpty -d shell
tail -n 1 "$TYPED"
